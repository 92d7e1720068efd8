package pdf_test

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"regulars/assets/locale"
	"regulars/reports/pdf"
	"regulars/reports/print"
	"regulars/reports/typeset"
	"regulars/store/crm"
)

// addresses makes contacts with names and addresses that differ.
func addresses(n int) []crm.Contact {
	family := []rune("陳林黃張李王吳劉蔡楊許鄭謝郭洪曾邱廖賴周")
	given := []rune("怡君雅婷志明俊傑淑芬建宏美玲家豪佳穎承恩欣怡冠宇詩涵柏翰宜庭彥廷")
	roads := []string{"南京東路四段", "信義路三段", "中山北路二段", "工業區一路", "三多二路", "民權西路", "復興南路一段"}
	out := make([]crm.Contact, n)
	for i := range out {
		out[i] = crm.Contact{
			Kind: crm.Person, Name: crm.Name{Family: string(family[i%len(family)]), Given: string([]rune{given[i%len(given)], given[(i*7+i/31)%len(given)]})},
			Gender:    []string{"f", "m", ""}[i%3],
			Positions: []crm.Position{{CompanyName: fmt.Sprintf("第%d精密股份有限公司", i), Title: []string{"經理", "", "總經理"}[i%3]}},
			Addresses: []crm.Address{{Kind: crm.KindWork, Country: "TW", Postal: fmt.Sprint(100 + i%800), Text: fmt.Sprintf("台北市松山區%s%d號%d樓", roads[i%len(roads)], i%300+1, i%20+1)}},
		}
	}
	return out
}

func writeLabels(tb testing.TB, contacts []crm.Contact, w io.Writer) {
	tb.Helper()
	stock, err := print.StockByName(print.DefaultStock)
	if err != nil {
		tb.Fatal(err)
	}
	l, err := print.Labels(context.Background(), contacts, print.LabelOptions{Stock: stock})
	if err != nil {
		tb.Fatal(err)
	}
	if err := pdf.Write(w, l, pdf.Options{Created: time.Unix(1e9, 0).UTC()}); err != nil {
		tb.Fatal(err)
	}
}

func BenchmarkLabels(b *testing.B) {
	for _, n := range []int{1, 1000, 10000} {
		contacts := addresses(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				writeLabels(b, contacts, io.Discard)
			}
		})
	}
}

func BenchmarkLoadFonts(b *testing.B) {
	for b.Loop() {
		if _, err := typeset.Load(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLetters(b *testing.B) {
	contacts := addresses(1000)
	template, err := print.ParseTemplate(strings.NewReader("{{salutation}}\n\n" + strings.Repeat("承蒙您長期以來的支持與愛護，本公司謹訂於年終舉辦感恩餐會，恭請光臨指教。", 4) + "\n\n> {{today}}\n"))
	if err != nil {
		b.Fatal(err)
	}
	cat, err := locale.Load(locale.ZhHant)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		l, err := print.Letters(context.Background(), contacts, print.LetterOptions{Template: template, Firm: crm.Firm{Name: "大同精密"}, Day: 20261122, Texts: cat})
		if err != nil {
			b.Fatal(err)
		}
		if err := pdf.Write(io.Discard, l, pdf.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
