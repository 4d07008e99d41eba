package org.broadleafreturns.core.installation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.MessageSource;

/**
 * Asks all checks of an application at its start, says in the log what they found, a sentence each, and notes it for the
 * other application. Never keeps the shop from starting.
 */
public class InstallationReport implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(InstallationReport.class);
    private static final String FINDING = "finding/";
    private static final String BETWEEN = "\n";

    private final String application;
    private final InstallationNotes notes;
    private final List<InstallationCheck> checks;
    private final MessageSource messages;

    /** @param application what this application is called among those of the shop; without a slash */
    public InstallationReport(String application, InstallationNotes notes, List<InstallationCheck> checks, MessageSource messages) {
        this.application = application;
        this.notes = notes;
        this.checks = List.copyOf(checks);
        this.messages = messages;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            Set<Finding> found = now();
            found.forEach(finding -> LOG.warn(sentence(finding, Locale.ENGLISH)));
            note(found);
        } catch (RuntimeException e) {
            LOG.warn("It cannot be checked whether the shop has what returns need", e);
        }
    }

    private void note(Set<Finding> found) {
        String prefix = FINDING + application + "/";
        Map<String, InstallationNotes.Note> before = notes.all(prefix);
        for (Finding finding : found) {
            String name = prefix + finding.code();
            String arguments = String.join(BETWEEN, finding.arguments());
            InstallationNotes.Note noted = before.remove(name);
            if (noted == null || !noted.content().equals(arguments)) {
                notes.put(name, arguments);
            }
        }
        before.keySet().forEach(notes::remove);
    }

    private Set<Finding> now() {
        Set<Finding> found = new LinkedHashSet<>();
        checks.forEach(check -> found.addAll(check.findings()));
        return found;
    }

    /** What this application lacks now and what others lacked at their last start, in the reader's language. */
    public List<String> sentences(Locale reader) {
        Set<Finding> found = now();
        notes.all(FINDING).forEach((name, note) -> {
            String[] parts = name.split("/", 3);
            if (parts.length == 3 && !parts[1].equals(application)) {
                found.add(new Finding(parts[2], note.content().isEmpty() ? List.of() : Arrays.asList(note.content().split(BETWEEN))));
            }
        });
        List<String> sentences = new ArrayList<>();
        found.forEach(finding -> sentences.add(sentence(finding, reader)));
        return sentences.stream().distinct().toList();
    }

    private String sentence(Finding finding, Locale reader) {
        return messages.getMessage(finding.code(), finding.arguments().toArray(), finding.code(), reader);
    }
}
