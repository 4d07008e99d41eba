package org.broadleafreturns.demo;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Message templates of the demo's merchant, in both languages. Their identifiers are negative, so that others never meet them. */
class TemplateSeeds {

    private static final int STEP = 10;

    private final JdbcTemplate database;

    TemplateSeeds(DataSource shop) {
        this.database = new JdbcTemplate(shop);
    }

    void create() {
        template(1, "How to pack plants", "Bien emballer les plantes", """
            Hello{{#firstName}} {{firstName}}{{/firstName}},
            please water the plants a last time, wrap each pot in paper and put the label on the outside of the box.
            {{shopName}}""", """
            Bonjour{{#firstName}} {{firstName}}{{/firstName}},
            arrosez les plantes une dernière fois, enveloppez chaque pot dans du papier et collez l’étiquette à l’extérieur.
            {{shopName}}""");
        template(2, "Something is missing", "Il manque quelque chose", """
            Hello{{#firstName}} {{firstName}}{{/firstName}},
            not everything of your return {{number}} is here yet. These articles belong to it:
            {{articles}}
            Please send us what is missing, or tell us if you keep it.""", """
            Bonjour{{#firstName}} {{firstName}}{{/firstName}},
            il manque encore quelque chose de votre retour {{number}}. Ces articles en font partie\u00a0:
            {{articles}}
            Envoyez-nous ce qui manque, ou dites-nous si vous le gardez.""");
        template(3, "Sorry about the damage", "Désolés pour les dégâts", """
            Hello{{#firstName}} {{firstName}}{{/firstName}},
            we are sorry that your order {{orderNumber}} did not arrive whole. You need not do anything else.""", """
            Bonjour{{#firstName}} {{firstName}}{{/firstName}},
            nous sommes désolés que votre commande {{orderNumber}} ne soit pas arrivée intacte. Vous n’avez rien d’autre à faire.""");
    }

    private void template(int number, String english, String french, String englishText, String frenchText) {
        database.update("INSERT INTO RTN_MESSAGE_TEMPLATE (TEMPLATE_ID, SORT_ORDER, ACTIVE) VALUES (?, ?, ?)", -number,
            number * STEP, true);
        words("LABEL", number, "en", english);
        words("LABEL", number, "fr", french);
        words("TEXT", number, "en", englishText);
        words("TEXT", number, "fr", frenchText);
    }

    private void words(String kind, int number, String language, String content) {
        database.update("INSERT INTO RTN_MESSAGE_TEMPLATE_" + kind + " (TEMPLATE_ID, LANGUAGE_TAG, CONTENT) VALUES (?, ?, ?)",
            -number, language, content);
    }
}
