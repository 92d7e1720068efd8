// Package labels holds the geometry of label sheets on sale, as data. It says where the labels are, and knows nothing of what is printed on them;
// README.md beside it tells where the data come from.
package labels

import _ "embed"

//go:embed stocks.json
var stocks []byte

// JSON is the list of sheets: an array of objects as README.md describes them. The bytes are shared and must not be written to.
func JSON() []byte { return stocks[:len(stocks):len(stocks)] }
