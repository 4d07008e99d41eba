package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.asm.ClassReader;
import org.springframework.asm.Type;

/**
 * Every class that the modules refer to comes with their published POMs or with the platform; none comes from our own host or
 * demo alone.
 */
class ReferenceTests {

    private static final int CLASS = 7;
    private static final int NAME_AND_TYPE = 12;
    private static final int METHOD_TYPE = 16;

    /**
     * Left to shops that have them, by the classes that may refer to them: without Spring Boot nobody asks for what refers to it, and
     * without Micrometer the configuration of its meters is not even read.
     */
    private static final Map<String, String> OPTIONAL = Map.of("org.springframework.boot.", "",
        "io.micrometer.core.instrument.", "org/broadleafreturns/core/waiting/WaitingMeters");

    @ParameterizedTest
    @ValueSource(strings = {"admin-module", "site-module"})
    void everythingThatAModuleRefersToComesWithItOrWithThePlatform(String module) throws IOException {
        String output = System.getProperty("rtn.module-output");
        List<String> brought = classPath(Path.of("..", module, output));
        List<String> classPath = new ArrayList<>(brought);
        classPath.add(Path.of("..", module, output, "classes").toString());
        classPath.addAll(classPath(Path.of("..", "platform-" + System.getProperty("rtn.line"), output)));
        assertThat(brought).noneMatch(entry -> entry.contains("broadleaf-host") || entry.contains("broadleaf-returns-demo"));

        Map<String, Set<String>> missing = new TreeMap<>();
        int references = 0;
        try (URLClassLoader shop = new URLClassLoader(classPath.stream().map(ReferenceTests::url).toArray(URL[]::new),
                ClassLoader.getPlatformClassLoader())) {
            for (Path classes : List.of(Path.of("..", module, output, "classes"), Path.of("..", "core-module", output, "classes"))) {
                for (Path file : filesOf(classes)) {
                    for (String name : references(new ClassReader(Files.readAllBytes(file)))) {
                        references++;
                        if (!isOptional(name, classes.relativize(file).toString()) && shop.getResource(name.replace('.', '/') + ".class") == null) {
                            missing.computeIfAbsent(name, key -> new TreeSet<>()).add(classes.relativize(file).toString());
                        }
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(references).as("references that were looked up").isGreaterThan(1000);
    }

    private static boolean isOptional(String name, String user) {
        return OPTIONAL.entrySet().stream().anyMatch(left -> name.startsWith(left.getKey()) && user.startsWith(left.getValue()));
    }

    private static List<String> classPath(Path output) throws IOException {
        return Arrays.asList(Files.readString(output.resolve("class-path.txt")).strip().split(File.pathSeparator));
    }

    private static List<Path> filesOf(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }

    private static Set<String> references(ClassReader reader) {
        Set<String> names = new TreeSet<>();
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int item = reader.getItem(i);
            if (item == 0) {
                continue;
            }
            switch (reader.readByte(item - 1)) {
                case CLASS -> add(Type.getObjectType(reader.readUTF8(item, buffer)), names);
                case NAME_AND_TYPE -> add(Type.getType(reader.readUTF8(item + 2, buffer)), names);
                case METHOD_TYPE -> add(Type.getType(reader.readUTF8(item, buffer)), names);
                default -> { }
            }
        }
        return names;
    }

    private static void add(Type type, Set<String> names) {
        switch (type.getSort()) {
            case Type.ARRAY -> add(type.getElementType(), names);
            case Type.OBJECT -> names.add(type.getClassName());
            case Type.METHOD -> {
                add(type.getReturnType(), names);
                Arrays.stream(type.getArgumentTypes()).forEach(argument -> add(argument, names));
            }
            default -> { }
        }
    }

    private static URL url(String entry) {
        try {
            return new File(entry).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
