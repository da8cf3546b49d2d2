"""Films: the file in the package, with its captions, and how it is played.

A click on the picture plays it. PowerPoint reads the film by the second of its relationships, older programs by the
first (MS-PPTX, 2.4.3.5); captions are those of 2.13.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from uuid import NAMESPACE_OID, uuid5

from pptx.opc.constants import RELATIONSHIP_TYPE

from deck.export.pptx.sheet import Sheet
from deck.export.pptx.xml import guid
from deck.export.xml import value
from deck.model.shapes import Captions, Film

_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_P173 = "http://schemas.microsoft.com/office/powerpoint/2017/3/main"
_MEDIA, _TRACKS = "{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}", "{3AFAAA56-56D3-431D-BCD4-E75A35582382}"
_TRACK = "http://schemas.microsoft.com/office/2017/04/relationships/track"
CLICKED = 'r:id="" action="ppaction://media"'
"""What a click on a film's picture does, as attributes."""
_VOLUME = 80_000


def film_reference(sheet: Sheet, film: Film) -> str:
    """What a picture says of the film that it stands for, within its `p:nvPr`."""
    kinds = RELATIONSHIP_TYPE.VIDEO, RELATIONSHIP_TYPE.MEDIA
    linked, embedded = sheet.file(film.data, "mp4", "video/mp4", *kinds)
    tracks = "".join(_track(sheet, each, number) for number, each in enumerate(film.captions))
    if tracks:
        tracks = (
            f'<p14:extLst><p:ext uri="{_TRACKS}"><p173:tracksInfo xmlns:p173="{_P173}" displayLoc="media">'
            f"<p173:trackLst>{tracks}</p173:trackLst></p173:tracksInfo></p:ext></p14:extLst>"
        )
    return (
        f'<a:videoFile r:link="{linked}"/><p:extLst><p:ext uri="{_MEDIA}">'
        f'<p14:media xmlns:p14="{_P14}" r:embed="{embedded}">{tracks}</p14:media></p:ext></p:extLst>'
    )


def _track(sheet: Sheet, captions: Captions, number: int) -> str:
    (embedded,) = sheet.file(captions.text.encode(), "vtt", "text/vtt", _TRACK)
    name = guid(uuid5(NAMESPACE_OID, f"deck:captions:{number}:{captions.language}"))
    return (
        f'<p173:track id="{name}" label={value(captions.name)} lang={value(captions.language)} r:embed="{embedded}"/>'
    )


def played(pictures: Iterable[int], numbers: Iterator[int]) -> str:
    """The times at which films play: when their picture, a shape of this id, is clicked."""
    return "".join(
        f'<p:video><p:cMediaNode vol="{_VOLUME}"><p:cTn id="{next(numbers)}" fill="hold" display="0"><p:stCondLst>'
        f'<p:cond delay="indefinite"/></p:stCondLst></p:cTn><p:tgtEl><p:spTgt spid="{picture}"/></p:tgtEl>'
        "</p:cMediaNode></p:video>"
        for picture in pictures
    )
