// Fills templates in as Helm and Argo CD do: with Go's templates and the functions of Sprig. It reads a JSON list of {"name", "template",
// "values"} and prints the list of texts.
package main

import (
	"encoding/json"
	"log"
	"os"
	"strings"
	"text/template"

	"github.com/Masterminds/sprig"
)

type request struct {
	Name     string         `json:"name"`
	Template string         `json:"template"`
	Values   map[string]any `json:"values"`
	// Argo CD is told to refuse a key that is missing; in charts it is nothing.
	Strict bool `json:"strict"`
}

func main() {
	log.SetFlags(0)
	var requests []request
	if err := json.NewDecoder(os.Stdin).Decode(&requests); err != nil {
		log.Fatal(err)
	}
	texts := []string{}
	for _, request := range requests {
		missing := "missingkey=zero"
		if request.Strict {
			missing = "missingkey=error"
		}
		parsed, err := template.New(request.Name).Funcs(sprig.TxtFuncMap()).Option(missing).Parse(request.Template)
		if err != nil {
			log.Fatal(err)
		}
		var text strings.Builder
		if err := parsed.Execute(&text, request.Values); err != nil {
			log.Fatal(err)
		}
		texts = append(texts, text.String())
	}
	if err := json.NewEncoder(os.Stdout).Encode(texts); err != nil {
		log.Fatal(err)
	}
}
