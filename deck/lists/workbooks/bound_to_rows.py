"""What in the parts of an XLSX workbook names rows: which elements, attributes and parts."""

from __future__ import annotations

import re

RANGES = {
    "autoFilter": "ref", "dimension": "ref", "sortCondition": "ref", "sortState": "ref", "table": "ref",
    "conditionalFormatting": "sqref", "dataValidation": "sqref", "ignoredError": "sqref", "protectedRange": "sqref",
    "scenarios": "sqref",
}  # fmt: skip
"""Elements that name ranges which a new last row joins, and the attributes that do."""
PLACES = {
    "cellSmartTags": "r", "cellWatch": "r", "comment": "ref", "hyperlink": "ref", "inputCells": "r", "location": "ref",
    "mergeCell": "ref", "singleXmlCell": "r", "threadedComment": "ref",
}  # fmt: skip
"""Elements that name cells which stay as many as they are."""
FORMULAS = frozenset(
    ["formula", "formula1", "formula2", "definedName", "calculatedColumnFormula", "totalsRowFormula", "FmlaLink",
     "FmlaRange", "FmlaTxbx"]
)  # fmt: skip
FORMULA_ATTRIBUTES = ("location", "textlink", "linkedCell", "listFillRange", "fmlaLink", "fmlaRange", "fmlaTxbx")
OF_THE_SHEET = frozenset(
    ["comments", "threadedComment", "vmlDrawing", "drawing", "table", "pivotTable", "ctrlProp", "tableSingleCells"]
)
"""The relations of a sheet that lead to parts whose rows are its own."""
EMPTY_WITHOUT = frozenset(
    ["conditionalFormattings", "dataValidations", "ext", "extLst", "hyperlinks", "ignoredErrors", "mergeCells",
     "protectedRanges", "rowBreaks", "sparklineGroup", "sparklineGroups", "sparklines", "smartTags", "cellWatches"]
)  # fmt: skip
"""What goes with the last of what it holds."""
WITHOUT_ROWS = re.compile(
    r"(?:docprops|customxml|_rels|package)/|\[content_types\]\.xml|.*/_rels/|.*\.(?:bin|png|jpe?g|gif|emf|wmf|svg|tiff?|bmp)$"
    r"|xl/(?:theme|media|externallinks|printersettings|slicers|slicercaches|timelines|timelinecaches|persons|richdata"
    r"|customproperty|model|querytables|featurepropertybag|namedsheetviews|embeddings|webextensions)/"
    r"|xl/(?:styles|sharedstrings|metadata|connections|xmlmaps|python|vbaproject|attachedtoolbars"
    r"|volatiledependencies)\."
    r"|xl/charts/(?:style|colors)|xl/drawings/.*\.(?:png|jpe?g)"
)
"""The parts that say nothing of rows, or go through them as they are read."""
KNOWN = frozenset(
    ["worksheet", "chartsheet", "dialogsheet", "macrosheet", "table", "comments", "ThreadedComments", "calcChain",
     "workbook", "wsDr", "chartSpace", "pivotCacheDefinition", "pivotCacheRecords", "pivotTableDefinition", "xml",
     "formControlPr", "singleXmlCells", "userShapes", "relIds", "dataModel", "layoutDef", "colorsDef", "styleDef",
     "drawing", "chart"]
)  # fmt: skip
UNMOVED = {
    "xl/activex/": "a control that names cells",
    "_xmlsignatures/": "a signature, which a change would break",
    "xl/revisions/": "a record of who changed what",
}
