package org.broadleafreturns.core.withdrawal;

import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameter;
import de.focus_shift.jollyday.core.spi.ChristianHoliday;
import de.focus_shift.jollyday.core.spi.Configuration;
import de.focus_shift.jollyday.core.spi.Described;
import de.focus_shift.jollyday.core.spi.EthiopianOrthodoxHoliday;
import de.focus_shift.jollyday.core.spi.Fixed;
import de.focus_shift.jollyday.core.spi.FixedWeekdayBetweenFixed;
import de.focus_shift.jollyday.core.spi.FixedWeekdayInMonth;
import de.focus_shift.jollyday.core.spi.FixedWeekdayRelativeToFixed;
import de.focus_shift.jollyday.core.spi.IslamicHoliday;
import de.focus_shift.jollyday.core.spi.Limited;
import de.focus_shift.jollyday.core.spi.Movable;
import de.focus_shift.jollyday.core.spi.Occurrence;
import de.focus_shift.jollyday.core.spi.Relation;
import de.focus_shift.jollyday.core.spi.RelativeToEasterSunday;
import de.focus_shift.jollyday.core.spi.RelativeToFixed;
import de.focus_shift.jollyday.core.spi.RelativeToWeekdayInMonth;
import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.time.chrono.Chronology;
import java.time.chrono.IsoChronology;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.threeten.extra.Days;
import org.threeten.extra.chrono.JulianChronology;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Reads Jollyday's files of holidays with Java's own means: each element is a rule, whose attributes say what it is. Public since
 * Jollyday asks the rules for their kinds by reflection.
 */
public final class HolidayFile {

    private HolidayFile() {
    }

    static Configuration read(ManagerParameter country) {
        try (InputStream file = country.createResourceUrl().openStream()) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return new Place(factory.newDocumentBuilder().parse(file).getDocumentElement());
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Element> children(Element parent, String name) {
        NodeList all = parent.getChildNodes();
        return IntStream.range(0, all.getLength()).mapToObj(all::item).filter(Element.class::isInstance).map(Element.class::cast)
            .filter(child -> child.getLocalName().equals(name));
    }

    private static Element child(Element parent, String name) {
        return children(parent, name).findFirst().orElseThrow();
    }

    /** A country, or a part of one. */
    private record Place(Element element) implements Configuration {

        @Override
        public String hierarchy() {
            return element.getAttribute("hierarchy");
        }

        @Override
        public String description() {
            return element.getAttribute("description");
        }

        @Override
        public de.focus_shift.jollyday.core.spi.Holidays holidays() {
            return new Rules(child(element, "Holidays"));
        }

        @Override
        public Stream<Configuration> subConfigurations() {
            return children(element, "SubConfigurations").map(Place::new);
        }
    }

    private static <T> List<T> all(Element parent, String name, Function<Element, T> rule) {
        return children(parent, name).map(rule).toList();
    }

    /** All rules of a place. Jollyday calls each method that it declares. */
    public static final class Rules implements de.focus_shift.jollyday.core.spi.Holidays {

        private final Element element;

        Rules(Element element) {
            this.element = element;
        }

        @Override
        public List<Fixed> fixed() {
            return all(element, "Fixed", FixedDay::new);
        }

        @Override
        public List<RelativeToFixed> relativeToFixed() {
            return all(element, "RelativeToFixed", BesideFixed::new);
        }

        @Override
        public List<RelativeToWeekdayInMonth> relativeToWeekdayInMonth() {
            return all(element, "RelativeToWeekdayInMonth", BesideWeekday::new);
        }

        @Override
        public List<FixedWeekdayInMonth> fixedWeekdays() {
            return all(element, "FixedWeekday", Weekday::new);
        }

        @Override
        public List<ChristianHoliday> christianHolidays() {
            return all(element, "ChristianHoliday", Christian::new);
        }

        @Override
        public List<IslamicHoliday> islamicHolidays() {
            return all(element, "IslamicHoliday", Islamic::new);
        }

        @Override
        public List<FixedWeekdayBetweenFixed> fixedWeekdayBetweenFixed() {
            return all(element, "FixedWeekdayBetweenFixed", BetweenFixed::new);
        }

        @Override
        public List<FixedWeekdayRelativeToFixed> fixedWeekdayRelativeToFixed() {
            return all(element, "FixedWeekdayRelativeToFixed", WeekdayBesideFixed::new);
        }

        @Override
        public List<EthiopianOrthodoxHoliday> ethiopianOrthodoxHolidays() {
            return all(element, "EthiopianOrthodoxHoliday", Ethiopian::new);
        }

        @Override
        public List<RelativeToEasterSunday> relativeToEasterSunday() {
            return all(element, "RelativeToEasterSunday", BesideEaster::new);
        }
    }

    private abstract static class Rule implements Limited, Described, Movable {

        final Element element;

        Rule(Element element) {
            this.element = element;
        }

        private Year year(String attribute) {
            return element.hasAttribute(attribute) ? Year.parse(element.getAttribute(attribute)) : null;
        }

        <E extends Enum<E>> E one(Class<E> type, String attribute) {
            return Enum.valueOf(type, element.getAttribute(attribute));
        }

        private <E extends Enum<E>> E oneOr(E otherwise, String attribute) {
            return element.hasAttribute(attribute) ? one(otherwise.getDeclaringClass(), attribute) : otherwise;
        }

        @Override
        public Year validFrom() {
            return year("validFrom");
        }

        @Override
        public Year validTo() {
            return year("validTo");
        }

        @Override
        public YearCycle cycle() {
            return oneOr(YearCycle.EVERY_YEAR, "every");
        }

        @Override
        public String descriptionPropertiesKey() {
            return element.getAttribute("descriptionPropertiesKey");
        }

        @Override
        public HolidayType holidayType() {
            return oneOr(HolidayType.PUBLIC_HOLIDAY, "localizedType");
        }

        @Override
        public List<MovingCondition> conditions() {
            return children(element, "MovingCondition").<MovingCondition>map(Condition::new).toList();
        }

        public DayOfWeek weekday() {
            return one(DayOfWeek.class, "weekday");
        }

        public Relation when() {
            return one(Relation.class, "when");
        }

        public Occurrence which() {
            return one(Occurrence.class, "which");
        }

        public Chronology chronology() {
            return chronology(element.getAttribute("chronology"));
        }

        static Chronology chronology(String name) {
            return name.equals("JULIAN") ? JulianChronology.INSTANCE : IsoChronology.INSTANCE;
        }
    }

    private record Condition(Element element) implements Movable.MovingCondition {

        @Override
        public DayOfWeek substitute() {
            return DayOfWeek.valueOf(element.getAttribute("substitute"));
        }

        @Override
        public With with() {
            return With.valueOf(element.getAttribute("with"));
        }

        @Override
        public DayOfWeek weekday() {
            return DayOfWeek.valueOf(element.getAttribute("weekday"));
        }
    }

    private static final class FixedDay extends Rule implements Fixed {

        FixedDay(Element element) {
            super(element);
        }

        @Override
        public MonthDay day() {
            return MonthDay.of(one(Month.class, "month"), Integer.parseInt(element.getAttribute("day")));
        }
    }

    private static final class Christian extends Rule implements ChristianHoliday {

        Christian(Element element) {
            super(element);
        }

        @Override
        public ChristianHolidayType type() {
            return one(ChristianHolidayType.class, "type");
        }
    }

    private static final class Islamic extends Rule implements IslamicHoliday {

        Islamic(Element element) {
            super(element);
        }

        @Override
        public IslamicHolidayType type() {
            return one(IslamicHolidayType.class, "type");
        }
    }

    private static final class Ethiopian extends Rule implements EthiopianOrthodoxHoliday {

        Ethiopian(Element element) {
            super(element);
        }

        @Override
        public EthiopianOrthodoxHolidayType type() {
            return one(EthiopianOrthodoxHolidayType.class, "type");
        }
    }

    private static final class Weekday extends Rule implements FixedWeekdayInMonth {

        Weekday(Element element) {
            super(element);
        }

        @Override
        public Month month() {
            return one(Month.class, "month");
        }
    }

    private static final class BetweenFixed extends Rule implements FixedWeekdayBetweenFixed {

        BetweenFixed(Element element) {
            super(element);
        }

        @Override
        public Fixed from() {
            return new FixedDay(child(element, "from"));
        }

        @Override
        public Fixed to() {
            return new FixedDay(child(element, "to"));
        }
    }

    private static final class WeekdayBesideFixed extends Rule implements FixedWeekdayRelativeToFixed {

        WeekdayBesideFixed(Element element) {
            super(element);
        }

        @Override
        public Fixed day() {
            return new FixedDay(child(element, "day"));
        }
    }

    private static final class BesideFixed extends Rule implements RelativeToFixed {

        BesideFixed(Element element) {
            super(element);
        }

        @Override
        public DayOfWeek weekday() {
            return children(element, "Weekday").map(found -> DayOfWeek.valueOf(found.getTextContent().strip())).findFirst().orElse(null);
        }

        @Override
        public Days days() {
            return children(element, "Days").map(found -> Days.of(Integer.parseInt(found.getTextContent().strip()))).findFirst()
                .orElse(null);
        }

        @Override
        public Relation when() {
            return Relation.valueOf(child(element, "When").getTextContent().strip());
        }

        @Override
        public Fixed date() {
            return new FixedDay(child(element, "Date"));
        }
    }

    private static final class BesideWeekday extends Rule implements RelativeToWeekdayInMonth {

        BesideWeekday(Element element) {
            super(element);
        }

        @Override
        public FixedWeekdayInMonth weekdayInMonth() {
            return new Weekday(child(element, "FixedWeekday"));
        }
    }

    private static final class BesideEaster extends Rule implements RelativeToEasterSunday {

        BesideEaster(Element element) {
            super(element);
        }

        @Override
        public Days days() {
            return Days.of(Integer.parseInt(child(element, "days").getTextContent().strip()));
        }

        @Override
        public Chronology chronology() {
            return chronology(child(element, "chronology").getTextContent().strip());
        }
    }
}
