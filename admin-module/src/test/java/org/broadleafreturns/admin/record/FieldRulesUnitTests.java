package org.broadleafreturns.admin.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.broadleafcommerce.openadmin.dto.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldRulesUnitTests {

    private final Entity entity = new Entity();
    private final SubmittedRecord submitted = new SubmittedRecord(entity);

    @Test
    void aLineIsKeptWithoutBlanksAroundIt() {
        enter("  Too small ");
        FieldRules.requireLine(submitted, "field", 9);

        assertThat(submitted.isRejected()).isFalse();
        assertThat(entity.findProperty("field").getValue()).isEqualTo("Too small");
    }

    @Test
    void aLineThatIsOneTooLongIsRefused() {
        enter("x".repeat(121));
        FieldRules.requireLine(submitted, "field", 120);

        assertThat(errors()).containsExactly("rtn.admin.record.tooLong.120");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\t\n"})
    void aLineMustBeThere(String typed) {
        enter(typed);
        FieldRules.requireLine(submitted, "field", 120);

        assertThat(errors()).containsExactly("rtn.admin.record.required");
    }

    @Test
    void aFieldThatTheFormDidNotHaveIsMissingToo() {
        FieldRules.requireLine(submitted, "field", 120);

        assertThat(errors()).containsExactly("rtn.admin.record.required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "no\u0000thing", "half\ud83d", "none\uffff", "\u0085next"})
    void aLineIsOneLineOfWhatADatabaseTakes(String typed) {
        enter(typed);
        FieldRules.checkLine(submitted, "field", 120);

        assertThat(errors()).containsExactly("rtn.admin.record.control");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", " 99999 "})
    void anOrderIsAWholeNumber(String typed) {
        enter(typed);
        FieldRules.checkOrder(submitted, "field", 5);

        assertThat(submitted.isRejected()).isFalse();
        assertThat(entity.findProperty("field").getValue()).isEqualTo(typed.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "100000", "1.5", "one", "\u0663"})
    void whatIsNoOrderIsRefused(String typed) {
        enter(typed);
        FieldRules.checkOrder(submitted, "field", 5);

        assertThat(errors()).containsExactly("rtn.admin.record.order");
    }

    @Test
    void whatIsLeftOpenIsFilledIn() {
        FieldRules.checkOrder(submitted, "field", 5);
        FieldRules.checkSwitch(submitted, "switch", true);

        assertThat(entity.findProperty("field").getValue()).isEqualTo("5");
        assertThat(entity.findProperty("switch").getValue()).isEqualTo("true");
    }

    @Test
    void aSwitchIsYesOrNo() {
        enter("perhaps");
        FieldRules.checkSwitch(submitted, "field", true);

        assertThat(errors()).containsExactly("rtn.admin.record.switch");
    }

    private void enter(String value) {
        Property property = new Property();
        property.setName("field");
        property.setValue(value);
        entity.addProperty(property);
    }

    private List<String> errors() {
        return entity.getPropertyValidationErrors().get("field");
    }
}
