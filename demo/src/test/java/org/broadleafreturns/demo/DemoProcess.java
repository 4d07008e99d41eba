package org.broadleafreturns.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The demo in a Java virtual machine of its own, as its start script runs it.
 *
 * @param words what it said until it was open
 */
record DemoProcess(Process process, String words) {

    private static final int LOWEST_PORT = 20_000;
    private static final int PORTS = 12_000;

    /** Waits until it is open. */
    static DemoProcess start(int base, Path folder, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--port-base", Integer.toString(base), "--data", folder.toString()));
        arguments.addAll(List.of(options));
        Process shop = new ProcessBuilder(JavaCommand.of(Main.class, List.of("-Xmx512m"), arguments)).redirectErrorStream(true).start();
        StringBuilder words = new StringBuilder();
        BufferedReader said = new BufferedReader(new InputStreamReader(shop.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            words.append(line).append('\n');
            if (line.contains("Ctrl-C stops it")) {
                Thread reader = new Thread(() -> said.lines().forEach(rest -> { }), "words of the demo");
                reader.setDaemon(true);
                reader.start();
                return new DemoProcess(shop, words.toString());
            }
        }
        throw new IllegalStateException("The demo does not start:\n" + words);
    }

    /** Three in a row that are free just now, below those that systems give to whoever asks for any. */
    static int freePorts() {
        for (int attempt = 0; attempt < 50; attempt++) {
            int base = LOWEST_PORT + 3 * ThreadLocalRandom.current().nextInt(PORTS / 3);
            try (ServerSocket first = new ServerSocket(base); ServerSocket second = new ServerSocket(base + 1);
                    ServerSocket third = new ServerSocket(base + 2)) {
                return base;
            } catch (IOException taken) {
                continue;
            }
        }
        throw new IllegalStateException("No free ports");
    }
}
