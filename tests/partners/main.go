// Reads a case a line with the types that quicktype made, and writes each as it holds it.
package main

import (
	"bufio"
	"fmt"
	"log"
	"os"
)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		read, err := UnmarshalCase(lines.Bytes())
		if err != nil {
			log.Fatal(err)
		}
		written, err := read.Marshal()
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(string(written))
	}
}
