"""What people call a field, or one of its values, before they have looked it up → what it is called."""

from __future__ import annotations

from collections.abc import Collection

_MEANT = {
    "items": "bullets bullet points bullet_points entries list lines elements steps children subitems sub nested body",
    "cards": "boxes tiles steps items points blocks",
    "panels": "columns boxes tiles items blocks",
    "categories": "data points bars items rows values labels entries",
    "series": "lines datasets data groups values",
    "kind": "type chart style form",
    "stacking": "stacked grouping stack",
    "figures": "stats statistics numbers kpis metrics data items",
    "parts": "breakdown segments shares items",
    "columns": "cols headers headings header fields",
    "rows": "data lines body items entries records",
    "cells": "values columns data",
    "text": "body content contents description paragraph details words label email mail phone tel address website url",
    "statement": "sentence text body content message claim words",
    "quote": "quotation text words body citation",
    "attribution": "author by source cite credit name who speaker said_by",
    "title": "heading headline header head name",
    "heading": "title headline header head name label term",
    "subtitle": "subheading subhead tagline text description body",
    "intro": "introduction lead subtitle text",
    "picture": "image img photo pic illustration logo media",
    "pictures": "images imgs photos pics gallery grid",
    "caption": "legend text label title subtitle",
    "credit": "source copyright photo by author",
    "fit": "object_fit mode size scale crop",
    "focus": "focal_point focal object_position position crop",
    "place": "position placement side align",
    "frame": "border outline stroke",
    "portrait": "picture image img photo pic avatar face",
    "file": "src path filename url href image picture source",
    "description": "alt alt_text alttext caption text title",
    "value": "number amount figure stat count total big y",
    "across": "x x_axis x_label x_title xlabel",
    "up": "y y_axis y_label y_title ylabel",
    "low": "min minimum lower",
    "high": "max maximum upper",
    "unit": "units suffix",
    "label": "text caption description name title unit heading",
    "notes": "note speaker_notes speakernotes comment comments remarks script",
    "minutes": "time duration length mins min timing",
    "layout": "type kind template style format",
    "id": "key slug identifier",
    "language": "lang locale",
    "author": "authors organization organisation by presenter",
    "event": "occasion subtitle",
    "role": "position job organization organisation affiliation function subtitle",
    "name": "speaker presenter person author who",
    "icon": "symbol emoji pictogram image",
    "glyph": "bullet symbol sign marker",
    "numbered": "ordered enumerated counted numbers",
    "sort": "order sorted sort_by",
    "source": "cite citation reference ref from",
    "countries": "file list csv",
    "table": "file csv list data",
    "theme": "template design style",
    "footer": "foot footnote",
}

_CHOSEN = {
    "doughnut": "pie donut ring circle",
    "bar": "bars horizontal horizontal-bar barh",
    "column": "columns vertical vertical-bar histogram",
    "line": "lines curve graph",
    "scatter": "scatterplot points dots xy bubble",
    "combined": "combo mixed combination",
    "waterfall": "bridge cascade",
    "columns": "bars column bar",
    "clustered": "grouped side-by-side",
    "100%": "percent full normalized normalised",
    "across": "horizontal right left-to-right lr",
    "down": "vertical top-down tb td",
    "start": "left",
    "end": "right",
}


def meant_choice(given: str, known: Collection[str]) -> str | None:
    """The value that is meant by this one, of those that a field may have."""
    word = given.casefold().replace("_", "-").replace(" ", "-")
    return next((each for each in known if word in _CHOSEN.get(each, "").split()), None)


def guessed(name: str, known: Collection[str], given: Collection[str]) -> str | None:
    """The field that is meant by this name, of those `known` and not `given` beside it."""
    word = name.casefold().replace("-", "_").replace(" ", "_")
    wanted = (field for field, words in _MEANT.items() if word in words.split())
    return next((field for field in wanted if field in known and field not in given), None)
