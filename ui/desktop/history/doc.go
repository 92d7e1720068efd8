// Package history holds two screens that look back: the history of all steps, from which one can be taken back out of order, and the trash, from which
// deleted contacts come back or go for good.
package history
