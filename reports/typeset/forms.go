package typeset

// verticalForms reads the single substitutions of the features vert and vrt2 (OpenType, GSUB lookup type 1, also behind an extension of type 7).
func verticalForms(gsub []byte, left *budget) map[Glyph]Glyph {
	out := map[Glyph]Glyph{}
	if len(gsub) < 10 {
		return out
	}
	features, lookups := tail(gsub, int(u16(gsub, 6))), tail(gsub, int(u16(gsub, 8)))
	seen := map[int]bool{}
	for i := range int(u16(features, 0)) {
		at := 2 + 6*i
		if at+6 > len(features) {
			break
		}
		if tag := string(features[at : at+4]); tag != "vert" && tag != "vrt2" {
			continue
		}
		feature := tail(features, int(u16(features, at+4)))
		for j := range int(u16(feature, 2)) {
			if n := int(u16(feature, 4+2*j)); left.spend() && !seen[n] {
				seen[n] = true
				readLookup(tail(lookups, int(u16(lookups, 2+2*n))), out, left)
			}
		}
	}
	return out
}

func readLookup(lookup []byte, out map[Glyph]Glyph, left *budget) {
	kind := u16(lookup, 0)
	for i := range int(u16(lookup, 4)) {
		if !left.spend() {
			return
		}
		sub := tail(lookup, int(u16(lookup, 6+2*i)))
		k := kind
		if k == 7 {
			k, sub = u16(sub, 2), tail(sub, int(u32(sub, 4)))
		}
		if k == 1 {
			readSingle(sub, out, left)
		}
	}
}

func readSingle(sub []byte, out map[Glyph]Glyph, left *budget) {
	for i, g := range coverage(tail(sub, int(u16(sub, 2))), left) {
		to := Glyph(u16(sub, 6+2*i))
		if u16(sub, 0) == 1 {
			to = g + Glyph(u16(sub, 4))
		}
		if _, taken := out[g]; !taken {
			out[g] = to
		}
	}
}

func coverage(t []byte, left *budget) []Glyph {
	var out []Glyph
	n := int(u16(t, 2))
	for i := range n {
		if !left.spend() {
			break
		}
		if u16(t, 0) == 1 {
			out = append(out, Glyph(u16(t, 4+2*i)))
			continue
		}
		first, last := int(u16(t, 4+6*i)), int(u16(t, 6+6*i))
		for g := first; g <= last && left.spend(); g++ {
			out = append(out, Glyph(g))
		}
	}
	return out
}

func tail(b []byte, at int) []byte {
	if at < 0 || at > len(b) {
		return nil
	}
	return b[at:]
}
