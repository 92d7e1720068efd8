package clean

import (
	"fmt"
	"testing"
)

// The benchmarks clean the cells of one row at a time; a file of 100,000 rows takes BenchmarkRow times 100,000.

func BenchmarkRow(b *testing.B) {
	b.ReportAllocs()
	for i := range b.N {
		address := fmt.Sprintf("106台北市大安區羅斯福路四段%d號", i%500)
		at := PlaceOf("", address, "TW")
		Person("王小明")
		Phones(Typed("02-2345-6789"), "work", at)
		Phones(Typed("0912-345-678"), "mobile", at)
		Emails("ming.wang@example.com")
		Addresses(AddressParts{Street: address}, at)
		Date(Typed("75/8/9"), Birthday, DateHints{})
	}
}

func BenchmarkPerson(b *testing.B) {
	for _, s := range []string{"王小明", "歐陽靜宜", "John Smith", "WANG, Hsiao-Ming", "李美麗 (Mary Lee)"} {
		b.Run(s, func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				Person(s)
			}
		})
	}
}

func BenchmarkPhones(b *testing.B) {
	for _, s := range []string{"02-2345-6789", "(02)2345-6789#123", "TEL:02-23456789 FAX:02-23456780", "+49 221 4598768", "659-980-2015"} {
		b.Run(s, func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				Phones(Typed(s), "", anywhere)
			}
		})
	}
}

func BenchmarkEmails(b *testing.B) {
	b.ReportAllocs()
	for range b.N {
		Emails("ming.wang@example.com")
	}
}

func BenchmarkAddresses(b *testing.B) {
	for _, s := range []string{"106台北市大安區羅斯福路四段1號", "Rm 1203, 12/F, 1 Queen's Road Central, Hong Kong", "〒150-0002 東京都渋谷区渋谷2-21-1"} {
		b.Run(s, func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				Addresses(AddressParts{Street: s}, anywhere)
			}
		})
	}
}

func BenchmarkPlaceOf(b *testing.B) {
	for _, s := range []string{"台北市大安區羅斯福路四段1號", "221B Baker Street, London, NW1, United Kingdom"} {
		b.Run(s, func(b *testing.B) {
			for range b.N {
				PlaceOf("", s, "TW")
			}
		})
	}
}

func BenchmarkDate(b *testing.B) {
	for _, s := range []string{"2021-03-05", "民國110年3月5日", "75/8/9", "5. März 1972"} {
		b.Run(s, func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				Date(Typed(s), Birthday, DateHints{})
			}
		})
	}
}

func BenchmarkTaxID(b *testing.B) {
	for range b.N {
		TaxID(Typed("04595257"))
	}
}

func BenchmarkCompany(b *testing.B) {
	for range b.N {
		Company("大同股份有限公司")
	}
}
