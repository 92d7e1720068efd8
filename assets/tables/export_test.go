package tables

// ReadAgain reads the tables as the first use does.
func ReadAgain() { read(); readVariants() }
