// Package tables holds what the program knows about Chinese characters: which are variants of each other, how they sound, how many strokes
// they have. The tables are text files that are embedded; they are read on first use, which takes a few milliseconds, and never change.
//
// Where the tables come from:
//
//	variants.txt   classes of characters that search takes as one: traditional and simplified forms, and those of Taiwan, Hong Kong and
//	               Japan. From the dictionaries of OpenCC (Apache-2.0, LICENSE-opencc.txt; as packed in opencc-js 1.4.2) and kZVariant and
//	               kSemanticVariant of Unihan; a few forms of names are ours. Modified: joined to classes, phrases left out.
//	readings.txt   how characters are read in Mandarin: kMandarin, then kHanyuPinlu and kXHC1983 of Unihan 15.0 (LICENSE-unicode.txt).
//	               Modified: tones as digits, grouped by syllable.
//	strokes.txt    stroke counts and radicals: kTotalStrokes and kRSUnicode of Unihan 15.0 (LICENSE-unicode.txt). Modified: grouped.
//	surnames.txt   surnames of two characters, and those that sound otherwise as a surname (曾 zēng). Our own.
//	taiwan.txt     everyday characters that are read otherwise in Taiwan than kMandarin says (淑 shú). Our own, after the Ministry of
//	               Education's list of readings.
//	countries.txt  names of countries as address books have them. Our own.
//
// gen/main.go writes the first three from the originals and says how.
package tables
