"""The voice of Linux: eSpeak NG, an optional program of the system, through the C interface of its library.

Only the child process loads it (see `child`): what hangs or crashes in there can be ended without harm. The layouts
below are those of ``espeak-ng/speak_lib.h``, which has kept them since 2005.
"""

import ctypes
import ctypes.util
from dataclasses import dataclass, field
from typing import Any

from game.voice.voices import VoiceName

_RETRIEVE = 1
"""AUDIO_OUTPUT_RETRIEVAL: samples come to us; nothing is played."""
_DO_NOT_EXIT = 0x8000
_UTF8 = 1
_BY_CHARACTER = 1
_RATE = 1
_LAST, _WORD = 0, 1
_BUFFER_MS = 200
_LIBRARIES = ("libespeak-ng.so.1", "libespeak-ng.dylib", "espeak-ng.dll")


class NoEngineError(Exception):
    """There is no such engine on this computer."""


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("message", ctypes.c_uint),
        ("text_position", ctypes.c_int),  # characters from the start of the text, from 1
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),  # milliseconds
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    )


class _Voice(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("languages", ctypes.c_char_p),  # a byte of priority, then the language
        ("identifier", ctypes.c_char_p),
        ("gender", ctypes.c_ubyte),
        ("age", ctypes.c_ubyte),
        ("variant", ctypes.c_ubyte),
        ("spare_byte", ctypes.c_ubyte),
        ("score", ctypes.c_int),
        ("spare", ctypes.c_void_p),
    )


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.POINTER(_Event))


@dataclass
class Speech:
    """What was said: 16-bit mono samples, how many of them a second, and where each word begins.

    A mark is (milliseconds from the start, characters from the start of the text).
    """

    hertz: int
    samples: bytearray = field(default_factory=bytearray)
    marks: list[tuple[int, int]] = field(default_factory=list)


class Espeak:
    """The library of eSpeak NG, opened once in a process."""

    def __init__(self) -> None:
        """Open the library.

        Raises:
            NoEngineError: it is not on this computer, or it does not find its own data.
        """
        self._library = _open()
        self._hertz = int(self._library.espeak_Initialize(_RETRIEVE, _BUFFER_MS, None, _DO_NOT_EXIT))
        if self._hertz <= 0:
            raise NoEngineError

    def voices(self) -> list[VoiceName]:
        """Return the voices that are installed."""
        found = self._library.espeak_ListVoices(None)
        voices: list[VoiceName] = []
        while found[len(voices)]:
            voice = found[len(voices)].contents
            voices.append(VoiceName(voice.identifier.decode(), voice.name.decode(), voice.languages[1:].decode()))
        return voices

    def speech(self, text: str, voice: str, rate: int) -> Speech:
        """Return a text said by a voice, at a rate in words per minute."""
        said = Speech(self._hertz)

        def take(samples: int | None, count: int, events: Any) -> int:  # noqa: ANN401 - a pointer of ctypes
            if samples and count:
                said.samples += ctypes.string_at(samples, count * 2)
            index = 0
            while events[index].type != _LAST:
                if events[index].type == _WORD:
                    said.marks.append((events[index].audio_position, events[index].text_position - 1))
                index += 1
            return 0

        callback = _Callback(take)  # kept in a name: the library calls it until the synthesis ends
        self._library.espeak_SetSynthCallback(callback)
        self._library.espeak_SetVoiceByName(voice.encode())
        self._library.espeak_SetParameter(_RATE, rate, 0)
        words = text.encode()
        self._library.espeak_Synth(words, len(words) + 1, 0, _BY_CHARACTER, 0, _UTF8, None, None)
        self._library.espeak_Synchronize()
        return said


def _open() -> ctypes.CDLL:
    for name in (*_LIBRARIES, ctypes.util.find_library("espeak-ng")):
        try:
            library = ctypes.CDLL(name) if name else None
        except OSError:
            continue
        if library is not None:
            library.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_Voice))
            library.espeak_Synth.argtypes = (
                ctypes.c_char_p,
                ctypes.c_size_t,
                ctypes.c_uint,
                ctypes.c_int,
                ctypes.c_uint,
                ctypes.c_uint,
                ctypes.c_void_p,
                ctypes.c_void_p,
            )
            return library
    raise NoEngineError
