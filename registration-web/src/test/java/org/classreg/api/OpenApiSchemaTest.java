package org.classreg.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The document at /openapi is OpenAPI, by the schema of its authors, and its examples are what its schemas say. */
class OpenApiSchemaTest {

    private static final String DOCUMENT = "urn:openapi";

    private static final SchemaRegistry OPENAPI = SchemaRegistry.withDialect(Dialects.getOpenApi30(),
            registry -> registry.schemas(Map.of(DOCUMENT, OpenApiDocument.ROOT.toString())));

    @Test
    void theDocumentIsOpenApi() {
        var openApi = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4).getSchema(OpenApiDocument.read("/oas/openapi-3.0.yaml"));

        assertThat(openApi.validate(OpenApiDocument.ROOT)).isEmpty();
    }

    @Test
    void everyExampleIsWhatItsSchemaSays() {
        var seen = new int[1];
        eachExample("", OpenApiDocument.ROOT, (schema, example) -> {
            seen[0]++;
            assertThat(validate(schema, example)).as("example of %s", schema).isEmpty();
        });
        assertThat(seen[0]).isGreaterThan(100);
    }

    /** Examples stand beside a schema, or in one. */
    private static void eachExample(String pointer, JsonNode node, BiConsumer<String, JsonNode> check) {
        if (node.has("example") && !node.get("example").has("example")) {
            check.accept(node.has("schema") ? pointer + "/schema" : pointer, node.get("example"));
        }
        if (node.isObject()) {
            node.propertyStream().filter(entry -> !entry.getKey().equals("example"))
                    .forEach(entry -> eachExample(pointer + "/" + escape(entry.getKey()), entry.getValue(), check));
        }
    }

    private static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private static List<Error> validate(String pointer, JsonNode example) {
        return OPENAPI.getSchema(SchemaLocation.of(DOCUMENT + "#" + pointer)).validate(example);
    }
}
