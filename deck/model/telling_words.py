"""Words that tell nothing to who listens: of links, of pictures' descriptions, of sections; in several languages."""

from __future__ import annotations

import re

_FILE_NAME = re.compile(
    r"\S+\.(png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp|heic|pptx?|docx?|xlsx?|pdf|mp4|mov|mp3|wav)\b", re.I
)
_KIND = re.compile(
    r"(?:(?:an?|the|une?|la|le|el|un|una) )?"
    r"(?:image|picture|photo(?:graph)?|graphic|icon|logo|chart|diagram|shape|group|object|text ?box|rectangle"
    r"|photographie|graphique|imagen|foto|gráfico|icono|изображение|картинка|фото(?:графия)?|рисунок|диаграмма|значок"
    r"|صورة|رسم بياني|أيقونة|图片|图像|照片|图表|图标)s?"
    r"[ _-]*\d*\.?",
    re.I,
)
_GUESSED = re.compile(
    r"description (automatically )?generated|automatically generated|ai-generated content may be incorrect", re.I
)
_VAGUE = frozenset(
    """
    here|click here|click|link|this link|this|more|read more|learn more|more information|website|page|see here|
    ici|cliquez ici|lien|en savoir plus|aquí|haga clic aquí|enlace|más información|hier|hier klicken|link hier|mehr|
    здесь|тут|ссылка|нажмите здесь|подробнее|
    هنا|اضغط هنا|انقر هنا|رابط|المزيد|这里|此处|点击这里|点击此处|链接|更多|了解更多|aqui|clique aqui
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
_DEFAULT_SECTION = re.compile(
    r"(default|untitled) section|section( par défaut| sans titre)|(standardabschnitt|abschnitt ohne titel)|"
    r"sección (predeterminada|sin título)|раздел (по умолчанию|без заголовка)|默认节|无标题节|"
    r"(section|abschnitt|sección|раздел|节)? ?\d+",
    re.I,
)
_ENDS = " .:»›→>"


def is_vague(link: str) -> bool:
    """Whether a link's words are such as “click here”."""
    return _bare(link) in _VAGUE


def is_address(link: str) -> bool:
    """Whether a link's words are an address, which is spelt out letter by letter."""
    return _bare(link).startswith(("http://", "https://"))


def names_file(description: str) -> bool:
    """Whether a picture's description has the name of a file in it."""
    return bool(_FILE_NAME.search(description))


def names_kind(description: str) -> bool:
    """Whether a picture's description says only that it is one."""
    return bool(_KIND.fullmatch(_spaced(description)))


def is_guessed(description: str) -> bool:
    """Whether a program says that it made the description."""
    return bool(_GUESSED.search(description))


def is_default_section(name: str) -> bool:
    """Whether a section is called what programs call it until somebody names it."""
    return bool(_DEFAULT_SECTION.fullmatch(_spaced(name)))


def _bare(words: str) -> str:
    return _spaced(words).casefold().strip(_ENDS)


def _spaced(words: str) -> str:
    """With one plain space between its words, of whatever kind that was."""
    return " ".join(words.split())
