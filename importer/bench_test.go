package importer

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"testing"

	"github.com/xuri/excelize/v2"
)

// The headers of an exhibition list of 20 columns.
var benchHeaders = []any{"編號", "姓名", "稱謂", "公司名稱", "部門", "職稱", "公司電話", "分機", "手機", "傳真", "電子郵件", "郵遞區號", "地址", "統一編號", "生日", "LINE ID", "網站", "分類", "來源", "備註"}

// benchBook is a workbook with n rows of made-up people, faults included.
func benchBook(tb testing.TB, n int) []byte {
	tb.Helper()
	f := excelize.NewFile()
	defer func() {
		if err := f.Close(); err != nil {
			tb.Error(err)
		}
	}()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		tb.Fatal(err)
	}
	if err := w.SetRow("A1", benchHeaders); err != nil {
		tb.Fatal(err)
	}
	for i := range n {
		if err := w.SetRow(fmt.Sprintf("A%d", i+2), benchRow(i)); err != nil {
			tb.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		tb.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// benchRow makes the row of one person. The numbers go through the table of names in steps that do not divide it, so that names repeat as
// seldom as in a real list of that size, while phones, addresses and companies belong to one person or a few.
func benchRow(i int) []any {
	surnames := []rune("陳林黃張李王吳劉蔡楊許鄭謝郭洪曾邱廖賴周徐蘇葉莊呂江何蕭羅高簡朱鍾施游詹沈彭胡余盧潘顏梁趙柯翁魏方孫")
	given := []rune("怡君志豪雅婷俊宏淑芬建美玲家佳穎宗翰詩涵冠宇雯承欣柏惠文明華秀英麗珍玉國榮金水春偉哲彥廷宜庭思妤品睿子晴語芯安恩心凱仁傑智信義忠孝和平")
	name := string(surnames[i*31%len(surnames)]) + string(given[i*17%len(given)]) + string(given[i/3*29%len(given)])
	company := fmt.Sprintf("%c%c%d股份有限公司", given[i/40%len(given)], given[i/90%len(given)], i/8)
	birthday := fmt.Sprintf("%d/%d/%d", 60+i%35, 1+i%12, 1+i*7%28)
	return []any{i + 1, name, []string{"先生", "小姐", ""}[i%3], company, "業務部", "經理", fmt.Sprintf("02-2%03d-%04d", i/10000, i%10000), 100 + i%900,
		900000000 + i*331%99999999, fmt.Sprintf("04-2%03d-%04d", i/10000, i%10000), fmt.Sprintf("user%d@example%d.com.tw", i, i%500), 106,
		fmt.Sprintf("台北市大安區羅斯福路%d段%d巷%d號%d樓", 1+i%6, 1+i/4000, 1+i%4000, 1+i%12), "04595257", birthday, fmt.Sprintf("line%d", i), fmt.Sprintf("www.example%d.com.tw", i%500), "展覽;客戶",
		"2026 食品展", "下次聯絡報價"}
}

func BenchmarkPlan(b *testing.B) {
	for _, n := range []int{1000, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			if n > 10_000 && testing.Short() {
				b.Skip("the large one is left out")
			}
			data := benchBook(b, n)
			runtime.GC()
			b.ReportAllocs()
			b.ResetTimer()
			for b.Loop() {
				s, err := Open(context.Background(), bytes.NewReader(data), int64(len(data)), "bench.xlsx", Options{})
				if err != nil {
					b.Fatal(err)
				}
				p, err := NewPlan(context.Background(), s, s.Propose(nil), nil, Settings{Today: 20261122, NewID: countIDs()})
				if err != nil {
					b.Fatal(err)
				}
				if p.Created+p.Updated+p.Skipped+p.Unchanged+p.Failed != n {
					b.Fatal(p.Counts)
				}
				b.ReportMetric(float64(p.Companies), "companies")
				b.ReportMetric(float64(p.Created), "created")
			}
		})
	}
}
