"""Workbooks of spreadsheet programs, XLSX and ODS: read as tables, and changed in place."""
