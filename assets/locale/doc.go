// Package locale speaks to people in their language: Traditional Chinese as it is written in Taiwan, and English.
//
// All texts live in catalogues beside the code: zh-Hant.json and en.json for what this package itself says, and catalog/<area>.<tag>.json
// for every other area. A text is found by its key and may name values in braces:
//
//	"import.stopped": "匯入停在第 {row} 列：日期 {value} 不存在。"
//	"list.total":     {"one": "{count} contact", "other": "{count} contacts"}
//
// A text with plural forms chooses by the value named count. Code never glues sentences out of pieces: a value that is itself a word of the
// catalogue is passed as Key, several of them as a list.
//
// The package knows nothing of customers, files or windows. It reads no environment and holds no current language: who speaks holds a Catalog.
package locale
