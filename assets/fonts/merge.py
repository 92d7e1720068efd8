#!/usr/bin/env python3
"""Makes RegularsSansTC-Regular.ttf and RegularsSansTC-Bold.ttf out of five Noto families.

Noto Sans TC comes first; what it lacks is taken from Noto Sans JP (rare characters of names such as U+20BB7), then from Noto Sans SC
(the simplified characters, Extension A), then the Latin, Greek and Cyrillic letters and currency signs from Noto Sans, and the 2,350
Hangul syllables of KS X 1001 from Noto Sans KR. Shapes, metrics and the vertical forms of Noto Sans TC are left as they are.

Usage, with fontTools 4.38 (Debian: apt-get install python3-fonttools) in an empty folder:

    for f in tc jp sc kr; do npm pack @expo-google-fonts/noto-sans-$f@0.4.3; done
    for f in tc jp sc kr; do mkdir $f; tar xzf expo-google-fonts-noto-sans-$f-0.4.3.tgz -C $f; done
    npm pack @expo-google-fonts/noto-sans@0.4.2
    mkdir la; tar xzf expo-google-fonts-noto-sans-0.4.2.tgz -C la
    python3 merge.py .            # writes the two files beside this script

The same input gives the same bytes: time stamps are those of Noto Sans TC.
"""
import os
import sys
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

FAMILY = "Regulars Sans TC"
FACES = [("Regular", "400Regular"), ("Bold", "700Bold")]
NOTICE = "Merged from Noto Sans TC, JP, SC, KR and Noto Sans for the program Regulars."


def source(folder, script, weight):
    name = f"NotoSans{'' if script == 'la' else script.upper()}_{weight}.ttf"
    return TTFont(os.path.join(folder, script, "package", weight, name), recalcTimestamp=False)


def hangul():
    """The syllables of KS X 1001, which write nearly every Korean name."""
    pairs = [bytes([a, b]) for a in range(0xB0, 0xC9) for b in range(0xA1, 0xFF)]
    return {ord(p.decode("euc_kr")) for p in pairs}


def letters():
    """Latin with all its accents, Greek, Cyrillic, currency signs, letterlike signs."""
    blocks = [(0xA0, 0x24F), (0x2B0, 0x2FF), (0x370, 0x52F), (0x1E00, 0x1FFF), (0x2000, 0x206F), (0x20A0, 0x20C0), (0x2100, 0x214F)]
    return {c for a, b in blocks for c in range(a, b + 1)}


def add_missing(font, other, cmap, tag, wanted=None):
    """Adds to font every character of other that cmap lacks and that is wanted, and to cmap its glyph."""
    glyf, more = font["glyf"], other["glyf"]
    names = {}  # glyph of other -> glyph of font

    def copy(old):
        if old in names:
            return names[old]
        glyph = more[old]
        glyph.expand(more)
        new = f"{tag}.{old}"
        names[old] = new
        if glyph.isComposite():
            for part in glyph.components:
                part.glyphName = copy(part.glyphName)
        glyf[new] = glyph  # appends to the glyph order
        font["hmtx"][new] = other["hmtx"][old]
        font["vmtx"][new] = other["vmtx"][old] if "vmtx" in other else upright(glyph)
        return new

    def upright(glyph):
        return (1000, 880 - getattr(glyph, "yMax", 0))

    for code, old in sorted(other.getBestCmap().items()):
        if code not in cmap and (wanted is None or code in wanted):
            cmap[code] = copy(old)


def set_cmap(font, cmap):
    """Writes one table of the basic plane and one of all planes; variation selectors stay."""
    kept = [t for t in font["cmap"].tables if t.format == 14]
    for platform, encoding, fmt, codes in [
        (0, 3, 4, {c: g for c, g in cmap.items() if c < 0x10000}),
        (0, 4, 12, cmap),
        (3, 1, 4, {c: g for c, g in cmap.items() if c < 0x10000}),
        (3, 10, 12, cmap),
    ]:
        t = CmapSubtable.newSubtable(fmt)
        t.platformID, t.platEncID, t.language, t.cmap = platform, encoding, 0, codes
        kept.append(t)
    font["cmap"].tables = kept


def rename(font, style):
    name = font["name"]
    full = FAMILY if style == "Regular" else f"{FAMILY} {style}"
    post = FAMILY.replace(" ", "") + "-" + style
    for r in list(name.names):
        if r.nameID in (16, 17, 21, 22, 25):
            name.removeNames(nameID=r.nameID)
    for i, text in {1: FAMILY, 2: style, 3: f"2.004;{post}", 4: full, 6: post, 10: NOTICE}.items():
        name.setName(text, i, 3, 1, 0x409)


def merge(folder, style, weight):
    font = source(folder, "tc", weight)
    cmap = dict(font.getBestCmap())
    before = len(cmap)
    for script in ("jp", "sc"):
        add_missing(font, source(folder, script, weight), cmap, script)
    add_missing(font, source(folder, "la", weight), cmap, "la", letters())
    add_missing(font, source(folder, "kr", weight), cmap, "kr", hangul())
    set_cmap(font, cmap)
    rename(font, style)
    font["post"].formatType = 3.0
    if "DSIG" in font:
        del font["DSIG"]
    out = os.path.join(os.path.dirname(os.path.abspath(__file__)), f"RegularsSansTC-{style}.ttf")
    font.save(out)
    print(f"{out}: {before} characters of Noto Sans TC, {len(cmap)} in all, {os.path.getsize(out)} bytes")


if __name__ == "__main__":
    for style, weight in FACES:
        merge(sys.argv[1] if len(sys.argv) > 1 else ".", style, weight)
