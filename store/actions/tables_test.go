package actions

import (
	"crypto/sha256"
	"encoding/hex"
	"testing"

	"regulars/store/crm"
)

// The index of names holds keys that package search makes. Where this test fails, that order has changed: give the index in newTables a new Version, so that
// files get a fresh one, and put the new sum here.
func TestNameKeysAreThoseOfTheIndexVersion(t *testing.T) {
	const want, version = "58a18b5f06bb8223d20dae4ab0ff2878dfdd657cf6006f2a32a2d034c3ecd9a6", 1
	sum := sha256.New()
	for _, name := range []string{"", "王小明", "歐陽靜宜", "曾國藩", "丁一", "Mary Wang", "Ägir", "7-Eleven", "高橋 さくら", "大同股份有限公司", "堃", "𠮷野家"} {
		for _, c := range []crm.Contact{{Kind: crm.Person, Name: crm.Name{Full: name}}, {Kind: crm.Company, Name: crm.Name{Full: name}},
			{Kind: crm.Person, Name: crm.Name{Family: name, Given: "明"}}} {
			c.ID = crm.ID{1}
			for _, key := range nameKeys(&c) {
				sum.Write(append(key, 0))
			}
		}
	}
	if got := hex.EncodeToString(sum.Sum(nil)); got != want {
		t.Errorf("keys have the sum %s, want %s of version %d", got, want, version)
	}
}
