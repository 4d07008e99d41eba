package org.broadleafreturns.core.mailtext;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text that can be filled in, any number of times. */
final class TextTemplate {

    private static final Pattern VALUE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    private static final Mustache.Compiler PLAIN = Mustache.compiler().withCollector(new OnlyMaps())
        .defaultValue("").emptyStringIsFalse(true).withEscaper(Escapers.NONE);
    private static final Mustache.Compiler HTML = PLAIN.withEscaper(TextTemplate::escaped);

    private final Template template;

    private TextTemplate(Template template) {
        this.template = template;
    }

    /** @throws MustacheException if the text cannot be read */
    static TextTemplate ofSubject(String text) {
        return new TextTemplate(PLAIN.compile(text));
    }

    /**
     * @param known of which the lists are shown as lists of HTML, although each is written as one placeholder
     * @throws MustacheException if the text cannot be read
     */
    static TextTemplate ofBody(String text, Collection<Placeholder> known) {
        Set<String> lists = known.stream().filter(placeholder -> placeholder.kind() == Placeholder.Kind.LIST).map(Placeholder::word)
            .collect(Collectors.toSet());
        return new TextTemplate(HTML.compile(VALUE.matcher(text).replaceAll(value -> Matcher.quoteReplacement(
            lists.contains(value.group(1)) ? asList(value.group(1)) : value.group()))));
    }

    private static String asList(String word) {
        return "<ul>{{#" + word + "}}<li>{{.}}</li>{{/" + word + "}}</ul>";
    }

    /** Fills in the values. A value that is not there counts as empty. */
    String render(Map<Placeholder, Object> values) {
        Map<String, Object> byWord = new HashMap<>();
        values.forEach((placeholder, value) -> byWord.put(placeholder.word(), value));
        return template.execute(byWord);
    }

    /** Text as HTML that shows the same, line by line. */
    private static String escaped(String text) {
        return Escapers.HTML.escape(text).replaceAll("\\R", "<br>");
    }

    /** Looks into maps and lists only, never at the methods and fields of a value. */
    private static final class OnlyMaps extends BasicCollector {

        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new ConcurrentHashMap<>();
        }
    }
}
