// Package search finds and sorts contacts. It knows crm and nothing of files, windows or catalogues.
package search
