package org.broadleafreturns.core.withdrawal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.broadleafreturns.core.settings.DeclaredSettings;
import org.broadleafreturns.core.settings.Setting;
import org.broadleafreturns.core.settings.Settings;

/** What merchants have set about statements of withdrawal. */
public class WithdrawalTerms {

    static final int LABEL_LENGTH = 100;
    static final int MODEL_LENGTH = 2000;
    private static final int MOST_MONTHS = 240;

    private final Settings settings;
    private final Declared declared;

    WithdrawalTerms(Settings settings, Declared declared) {
        this.settings = settings;
        this.declared = declared;
    }

    /** The settings themselves. */
    static final class Declared implements DeclaredSettings {

        private final Setting<Boolean> enabled;
        private final Setting<WithdrawalLinks> links;
        private final Setting<Set<String>> countries;
        private final Setting<String> holidays;
        private final Setting<Integer> keptMonths;
        private final Setting<String> label = Setting.line("withdrawalLabel", "", LABEL_LENGTH).inEachLanguage()
            .usually("rtn.withdrawal.label");
        private final Setting<String> confirm = Setting.line("withdrawalConfirm", "", LABEL_LENGTH).inEachLanguage()
            .usually("rtn.withdrawal.confirm");
        private final Setting<String> model = Setting.text("withdrawalModel", "", MODEL_LENGTH).inEachLanguage()
            .usually("rtn.withdrawal.model");

        Declared(boolean enabled, String links, String countries, String holidays, int keptMonths) {
            CountryCodes codes = new CountryCodes();
            this.enabled = Setting.yesOrNo("withdrawalEnabled", enabled);
            this.links = Setting.choice("withdrawalLinks", WithdrawalLinks.class, WithdrawalLinks.valueOf(links));
            this.countries = Setting.of("withdrawalCountries", codes, codes.read(countries));
            this.holidays = Setting.of("withdrawalHolidays", new HolidayPlace(), holidays);
            this.keptMonths = Setting.wholeNumber("withdrawalKept", keptMonths, 0, MOST_MONTHS);
        }

        @Override
        public List<Setting<?>> settings() {
            return List.of(enabled, links, countries, holidays, keptMonths, label, confirm, model);
        }
    }

    /** Whether shoppers can state that they withdraw, whether or not they can ask for returns. */
    public boolean enabled() {
        return settings.get(declared.enabled);
    }

    /** Whether the link stands beside orders and in mails too. */
    public boolean linksEverywhere() {
        return settings.get(declared.links) == WithdrawalLinks.EVERYWHERE;
    }

    /** Codes of the countries whose consumers have the right. */
    Set<String> countries() {
        return settings.get(declared.countries);
    }

    /** Whose holidays count besides those of where an order went; empty for none. */
    String holidays() {
        return settings.get(declared.holidays);
    }

    /** How many months after a statement whoever made it is not forgotten. */
    int keptMonths() {
        return settings.get(declared.keptMonths);
    }

    /** What the link and the page are called. */
    public String label(Locale reader) {
        return settings.get(declared.label, reader);
    }

    /** What the control says that confirms. */
    public String confirm(Locale reader) {
        return settings.get(declared.confirm, reader);
    }

    /** The model form, for whoever would rather write. */
    public String model(Locale reader) {
        return settings.get(declared.model, reader);
    }
}
