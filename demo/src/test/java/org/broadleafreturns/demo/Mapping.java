package org.broadleafreturns.demo;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Set;
import javax.persistence.AttributeOverride;
import javax.persistence.CollectionTable;
import javax.persistence.Column;
import javax.persistence.ElementCollection;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.JoinTable;
import javax.persistence.ManyToOne;
import javax.persistence.MapKeyColumn;
import javax.persistence.OneToMany;
import javax.persistence.OneToOne;
import javax.persistence.OrderColumn;
import javax.persistence.Table;
import javax.persistence.TableGenerator;
import javax.persistence.Transient;
import javax.persistence.UniqueConstraint;
import javax.xml.parsers.DocumentBuilderFactory;
import org.springframework.core.io.ClassPathResource;
import org.w3c.dom.NodeList;

/** What the modules' entities expect of the database, read from their annotations. */
final class Mapping {

    /** Of the platform's amounts of money. */
    private static final int AMOUNT_DIGITS = 19;

    /** For each table its columns by name. */
    final Map<String, Map<String, MappedColumn>> tables = new TreeMap<>();
    /** TABLE.COLUMN refers to TABLE. */
    final Map<String, String> references = new TreeMap<>();
    /** TABLE(COLUMN, COLUMN). */
    final Set<String> uniques = new TreeSet<>();
    /** Keys of rows in RTN_SEQUENCE, each with how many identifiers are drawn at once. */
    final Map<String, Integer> sequences = new TreeMap<>();

    /**
     * @param type the Java type that is kept in the column
     * @param length of text, in characters
     */
    record MappedColumn(Class<?> type, boolean nullable, int length) {
    }

    /** Of all classes in META-INF/persistence-rtn.xml. */
    static Mapping read() throws Exception {
        Mapping mapping = new Mapping();
        mappedClasses().forEach(mapping::add);
        return mapping;
    }

    static List<Class<?>> mappedClasses() throws Exception {
        List<Class<?>> mapped = new ArrayList<>();
        NodeList classes = DocumentBuilderFactory.newInstance().newDocumentBuilder()
            .parse(new ClassPathResource("META-INF/persistence-rtn.xml").getInputStream()).getElementsByTagName("class");
        for (int i = 0; i < classes.getLength(); i++) {
            mapped.add(Class.forName(classes.item(i).getTextContent().strip()));
        }
        return mapped;
    }

    /** TABLE.COLUMN. */
    List<String> columnNames() {
        return tables.entrySet().stream()
            .flatMap(table -> table.getValue().keySet().stream().map(column -> table.getKey() + "." + column)).toList();
    }

    private void add(Class<?> entity) {
        if (entity.isAnnotationPresent(Embeddable.class)) {
            // Its columns are those of whoever holds it.
            return;
        }
        Table table = entity.getAnnotation(Table.class);
        Map<String, MappedColumn> columns = tables.computeIfAbsent(table.name(), name -> new TreeMap<>());
        TableGenerator generator = entity.getAnnotation(TableGenerator.class);
        if (generator != null) {
            sequences.put(generator.pkColumnValue(), generator.allocationSize());
        }
        for (UniqueConstraint unique : table.uniqueConstraints()) {
            uniques.add(unique(table.name(), unique.columnNames()));
        }
        for (Field field : persistent(entity)) {
            if (field.isAnnotationPresent(OneToMany.class)) {
                if (field.isAnnotationPresent(JoinTable.class)) {
                    addJoinTable(entity, field);
                }
                continue;
            }
            if (field.isAnnotationPresent(TableGenerator.class)) {
                throw new IllegalStateException("The platform takes the generator of " + field + " for one of its own; it belongs on the class");
            }
            if (field.isAnnotationPresent(EmbeddedId.class)) {
                persistent(field.getType()).forEach(part -> addColumn(columns, part.getAnnotation(Column.class), part.getType()));
            } else if (field.isAnnotationPresent(ElementCollection.class)) {
                addCollection(entity, field);
            } else if (field.isAnnotationPresent(ManyToOne.class) || field.isAnnotationPresent(OneToOne.class)) {
                JoinColumn column = field.getAnnotation(JoinColumn.class);
                if (column.insertable()) {
                    columns.put(column.name(), new MappedColumn(Long.class, column.nullable(), 0));
                }
                references.put(table.name() + "." + column.name(), tableOf(targetOf(field)));
                if (column.unique()) {
                    uniques.add(unique(table.name(), column.name()));
                }
            } else {
                Column column = field.getAnnotation(Column.class);
                columns.put(column.name(), new MappedColumn(field.getType(),
                    column.nullable() && !field.isAnnotationPresent(Id.class), column.length()));
                if (column.unique()) {
                    uniques.add(unique(table.name(), column.name()));
                }
            }
        }
    }

    private void addCollection(Class<?> entity, Field field) {
        CollectionTable table = field.getAnnotation(CollectionTable.class);
        Map<String, MappedColumn> columns = tables.computeIfAbsent(table.name(), name -> new TreeMap<>());
        String owner = table.joinColumns()[0].name();
        columns.put(owner, new MappedColumn(Long.class, false, 0));
        references.put(table.name() + "." + owner, tableOf(entity));
        java.lang.reflect.Type[] types =
            ((java.lang.reflect.ParameterizedType) field.getGenericType()).getActualTypeArguments();
        MapKeyColumn key = field.getAnnotation(MapKeyColumn.class);
        if (key != null) {
            columns.put(key.name(), new MappedColumn((Class<?>) types[0], false, key.length()));
        }
        Class<?> held = (Class<?>) types[types.length - 1];
        if (held.isAnnotationPresent(Embeddable.class)) {
            AttributeOverride override = field.getAnnotation(AttributeOverride.class);
            persistent(held).forEach(part -> addColumn(columns, override != null && override.name().equals(part.getName())
                ? override.column() : part.getAnnotation(Column.class), part.getType()));
        } else {
            addColumn(columns, field.getAnnotation(Column.class), held);
        }
    }

    private static void addColumn(Map<String, MappedColumn> columns, Column column, Class<?> type) {
        columns.put(column.name(), new MappedColumn(type, column.nullable(), column.length()));
    }

    private void addJoinTable(Class<?> entity, Field field) {
        JoinTable table = field.getAnnotation(JoinTable.class);
        Map<String, MappedColumn> columns = tables.computeIfAbsent(table.name(), name -> new TreeMap<>());
        java.lang.reflect.Type[] types =
            ((java.lang.reflect.ParameterizedType) field.getGenericType()).getActualTypeArguments();
        String owner = table.joinColumns()[0].name();
        String owned = table.inverseJoinColumns()[0].name();
        columns.put(owner, new MappedColumn(Long.class, false, 0));
        columns.put(owned, new MappedColumn(Long.class, false, 0));
        references.put(table.name() + "." + owner, tableOf(entity));
        references.put(table.name() + "." + owned, tableOf((Class<?>) types[types.length - 1]));
        uniques.add(unique(table.name(), owned));
        OrderColumn order = field.getAnnotation(OrderColumn.class);
        if (order != null) {
            columns.put(order.name(), new MappedColumn(Integer.class, false, 0));
        }
    }

    private static List<Field> persistent(Class<?> entity) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> type = entity; type != Object.class; type = type.getSuperclass()) {
            Arrays.stream(type.getDeclaredFields())
                .filter(field -> Arrays.stream(field.getAnnotations())
                    .anyMatch(annotation -> annotation.annotationType().getPackage().equals(Column.class.getPackage())))
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isAnnotationPresent(Transient.class))
                .forEach(fields::add);
        }
        return fields;
    }

    private static Class<?> targetOf(Field field) {
        ManyToOne many = field.getAnnotation(ManyToOne.class);
        Class<?> target = many != null ? many.targetEntity() : field.getAnnotation(OneToOne.class).targetEntity();
        return target == void.class ? field.getType() : target;
    }

    private static String tableOf(Class<?> entity) {
        return entity.getAnnotation(Table.class).name();
    }

    static String unique(String table, String... columns) {
        return table + new TreeSet<>(List.of(columns));
    }

    /** Whether the column can hold what the mapping puts into it. */
    static boolean fits(MappedColumn mapped, int jdbcType, int size) {
        Class<?> type = mapped.type();
        if (type == String.class || type.isEnum()) {
            return switch (jdbcType) {
                case java.sql.Types.VARCHAR -> mapped.length() <= size || mapped.length() > 65535 && size > 65535;
                case java.sql.Types.CLOB, java.sql.Types.LONGVARCHAR -> mapped.length() > 65535;
                default -> false;
            };
        }
        if (type == Long.class || type == long.class) {
            return jdbcType == java.sql.Types.BIGINT;
        }
        if (type == Integer.class || type == int.class) {
            return jdbcType == java.sql.Types.INTEGER;
        }
        if (type == Boolean.class || type == boolean.class) {
            return jdbcType == java.sql.Types.BOOLEAN || jdbcType == java.sql.Types.BIT;
        }
        if (type == BigDecimal.class) {
            return (jdbcType == java.sql.Types.DECIMAL || jdbcType == java.sql.Types.NUMERIC) && size >= AMOUNT_DIGITS;
        }
        if (type == Date.class) {
            return jdbcType == java.sql.Types.TIMESTAMP;
        }
        if (type == byte[].class) {
            return switch (jdbcType) {
                case java.sql.Types.VARBINARY, java.sql.Types.LONGVARBINARY, java.sql.Types.BINARY -> size >= mapped.length() || size == 0;
                default -> false;
            };
        }
        return false;
    }
}
