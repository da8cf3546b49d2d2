"""The fonts that need not travel."""

_NAMES = frozenset(
    """
    aptos|aptos display|aptos narrow|arial|arial black|arial narrow|bahnschrift|book antiqua|bookman old style|calibri|
    calibri light|cambria|cambria math|candara|century|century gothic|comic sans ms|consolas|constantia|corbel|
    courier new|ebrima|franklin gothic book|franklin gothic medium|gadugi|garamond|georgia|gill sans mt|impact|
    leelawadee ui|lucida console|lucida sans unicode|malgun gothic|microsoft himalaya|microsoft jhenghei|
    microsoft sans serif|microsoft yahei|mongolian baiti|ms gothic|ms mincho|ms pgothic|mv boli|myanmar text|
    nirmala ui|nsimsun|palatino linotype|rockwell|sakkal majalla|segoe print|segoe script|segoe ui|segoe ui emoji|
    segoe ui historic|segoe ui light|segoe ui semibold|segoe ui symbol|simhei|simsun|sylfaen|symbol|tahoma|
    times new roman|traditional arabic|trebuchet ms|tw cen mt|verdana|webdings|wingdings|wingdings 2|wingdings 3|
    yu gothic|yu mincho|宋体|黑体|微软雅黑|ｍｓ ｐゴシック|游ゴシック|맑은 고딕
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
"""Fonts that come with Windows or with Office, in small letters."""


def is_everywhere(font: str) -> bool:
    """Whether a font comes with Windows or with Office, so that whoever has PowerPoint has it."""
    return font.casefold() in _NAMES
