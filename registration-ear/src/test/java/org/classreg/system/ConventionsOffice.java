package org.classreg.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.classreg.system.Http.Answer;
import org.junit.jupiter.api.Test;

/** What is the same at every address of the API. */
abstract class ConventionsOffice extends SmallOffice {

    private static final String SETTINGS = """
            {"windows":[],"maxSections":%d,"maxTimeslots":null,"capacityMultiplier":1,"capacityOffset":0}""";

    final String settings = "/api/v1/programs/" + program + "/settings";

    ConventionsOffice(Http anonymous) {
        super(anonymous);
    }

    @Test
    void whatIsReplacedIsNamedAndIsStillWhatWasRead() {
        var wanted = SETTINGS.formatted(3);
        var tag = admin.get(settings).header("ETag");

        assertProblem(admin.put(settings, wanted), 428);
        assertThat(faults(admin.with("If-Match", tag.replace("\"", "")).put(settings, wanted))).containsExactly("If-Match");
        assertProblem(admin.with("If-Match", "W/" + tag).put(settings, wanted), 412);
        assertThat(admin.get(settings).header("ETag")).isEqualTo(tag);
        assertThat(admin.with("If-Match", "\"another\", " + tag).put(settings, wanted).status()).isEqualTo(200);
        assertProblem(admin.with("If-Match", tag).put(settings, wanted.replace("3", "4")), 412);
        assertThat(admin.get(settings).object().getInt("maxSections")).isEqualTo(3);
        assertThat(admin.whateverItIs().put(settings, wanted.replace("3", "4")).object().getInt("maxSections")).isEqualTo(4);

        var preferences = student(1) + "/preferences";
        assertProblem(admin.put(preferences, "[]"), 428);
        assertProblem(admin.with("If-Match", tag).put(preferences, "[]"), 412);
        assertProblem(signedIn(2).put(preferences, "[]"), 404);
    }

    @Test
    void ofAllWhoReplaceTheSameExactlyOneSucceeds() throws Exception {
        var preferences = student(1) + "/preferences";
        for (int round = 0; round < 3; round++) {
            var first = 10 * round + 1;
            assertOneSucceeds(settings, i -> SETTINGS.formatted(first + i));
            assertOneSucceeds(preferences, i -> "[{\"section\":\"X1s1\",\"type\":\"Priority/%d\"}]".formatted(i + 1));
            assertThat(admin.whateverItIs().put(preferences, "[]").status()).isEqualTo(200);
        }
    }

    private void assertOneSucceeds(String path, IntFunction<String> body) throws Exception {
        var sameTag = admin.with("If-Match", admin.get(path).header("ETag"));
        var answers = atOnce(IntStream.range(0, 8).mapToObj(i -> () -> sameTag.put(path, body.apply(i))));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(200).containsOnly(200, 412);
        var won = answers.stream().filter(answer -> answer.status() == 200).findFirst().orElseThrow();
        assertThat(admin.get(path).body()).isEqualTo(won.body());
    }

    static List<Answer> atOnce(Stream<Callable<Answer>> requests) throws Exception {
        var threads = Executors.newCachedThreadPool();
        try {
            var all = requests.toList();
            return threads.invokeAll(all).stream().map(future -> {
                try {
                    return future.get();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }).toList();
        } finally {
            threads.shutdown();
        }
    }
}
