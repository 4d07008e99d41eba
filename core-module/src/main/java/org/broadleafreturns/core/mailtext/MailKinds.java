package org.broadleafreturns.core.mailtext;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.util.function.SingletonSupplier;

/** The mails there are, with what their texts can show: all that the {@link MailSource} and {@link MailWords} beans bring. */
public class MailKinds implements SmartInitializingSingleton {

    private final Supplier<Brought> brought;

    /** Both are asked at the first need, since who brings mails may also compose them; at the latest when the application starts. */
    MailKinds(Supplier<Stream<MailSource>> sources, Supplier<Stream<MailWords>> words) {
        this.brought = SingletonSupplier.of(() -> Brought.by(sources.get().toList(), words.get().toList()));
    }

    /** @throws IllegalStateException if two mails have one name, or two placeholders of a mail one word */
    @Override
    public void afterSingletonsInstantiated() {
        all().forEach(this::placeholdersOf);
    }

    /** All, in the order of their positions. */
    public List<MailKind> all() {
        return brought.get().all();
    }

    /** What the text of a mail can show: its own placeholders, then those that other features add. */
    public Set<Placeholder> placeholdersOf(MailKind kind) {
        Map<String, Placeholder> byWord = new LinkedHashMap<>();
        Stream.concat(kind.placeholders().stream(), brought.get().words().stream().flatMap(words -> words.addedTo(kind).stream()))
            .forEach(placeholder -> {
                if (byWord.putIfAbsent(placeholder.word(), placeholder) != null) {
                    throw new IllegalStateException("Two placeholders of the mail " + kind.name() + " are called " + placeholder.word());
                }
            });
        return new LinkedHashSet<>(byWord.values());
    }

    /** What a mail could say of a return that could be. */
    public Map<Placeholder, Object> sample(MailKind kind, Locale language) {
        Map<Placeholder, Object> values = new HashMap<>(brought.get().sources().get(kind.name()).sample(kind, language));
        brought.get().words().forEach(words -> {
            Set<Placeholder> added = words.addedTo(kind);
            if (!added.isEmpty()) {
                values.putAll(only(added, words.sample(kind, language)));
            }
        });
        return values;
    }

    /** The values of some placeholders, so that nobody fills in those of others. */
    public static Map<Placeholder, Object> only(Set<Placeholder> placeholders, Map<Placeholder, Object> values) {
        Map<Placeholder, Object> kept = new HashMap<>(values);
        kept.keySet().retainAll(placeholders);
        return kept;
    }

    private record Brought(List<MailKind> all, Map<String, MailSource> sources, List<MailWords> words) {

        static Brought by(List<MailSource> sources, List<MailWords> words) {
            Map<String, MailSource> byName = new HashMap<>();
            sources.forEach(source -> source.kinds().forEach(kind -> {
                if (byName.putIfAbsent(kind.name(), source) != null) {
                    throw new IllegalStateException("Two mails are called " + kind.name());
                }
            }));
            List<MailKind> all = sources.stream().flatMap(source -> source.kinds().stream())
                .sorted(Comparator.comparingInt(MailKind::position).thenComparing(MailKind::name)).toList();
            return new Brought(all, byName, words);
        }
    }
}
