package org.broadleafreturns.core.mailtext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadleafreturns.core.kernel.Objection;
import org.junit.jupiter.api.Test;

class MessageTextUnitTests {

    private static final Set<Placeholder> KNOWN = Set.of(Placeholder.FIRST_NAME, Placeholder.ARTICLES, Placeholder.RETURN_ADDRESS);

    @Test
    void valuesAreFilledInAsPlainText() {
        assertThat(MessageText.filled("Dear {{ firstName }},\n{{articles}}\nBye", Map.of(Placeholder.FIRST_NAME, "<b>{{articles}}&",
            Placeholder.ARTICLES, List.of("Fern × 2", "Pot × 1")))).isEqualTo("Dear <b>{{articles}}&,\n- Fern × 2\n- Pot × 1\nBye");
    }

    @Test
    void whatIsEmptyLeavesNoGap() {
        assertThat(MessageText.filled("Hello{{#firstName}} {{firstName}}{{/firstName}},\n\n{{returnAddress}}\n\nBye\n",
            Map.of(Placeholder.FIRST_NAME, ""))).isEqualTo("Hello,\n\nBye");
    }

    @Test
    void aTextThatCannotBeReadStaysAsItIs() {
        assertThat(MessageText.filled("Hello {{#firstName}}", Map.of())).isEqualTo("Hello {{#firstName}}");
    }

    @Test
    void onlyWhatIsKnownIsKept() {
        assertThat(MessageText.objections(KNOWN, "text", "{{firstName}} {{#firstName}}x{{/firstName}} {{articles}}")).isEmpty();
        assertThat(MessageText.objections(KNOWN, "text", "{{number}}")).extracting(Objection::code)
            .containsExactly("rtn.objection.mailText.placeholder.unknown");
        assertThat(MessageText.objections(KNOWN, "text", "{{firstName")).extracting(Objection::code)
            .containsExactly("rtn.objection.mailText.placeholder.open");
        assertThat(MessageText.objections(KNOWN, "text", "a\u0000b")).extracting(Objection::field).containsExactly("text");
    }
}
