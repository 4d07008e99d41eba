package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.broadleafreturns.core.ReturnsCoreConfiguration;
import org.broadleafreturns.core.background.BackgroundTask;
import org.broadleafreturns.core.background.BackgroundTasks;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.test.util.ReflectionTestUtils;

/** A shop that uses db-scheduler itself, as its Spring Boot starter does: it takes all tasks that are beans. */
class ShopSchedulerIntegrationTests {

    @Test
    void theShopsSchedulerAndOursEachHaveTheirOwnTasks() {
        for (ConfigurableApplicationContext application : List.of(TestShop.get().siteContext(), TestShop.get().adminContext())) {
            DefaultListableBeanFactory beans = (DefaultListableBeanFactory) application.getBeanFactory();
            Task<Void> shops = Tasks.oneTime("newsletter").execute((instance, context) -> { });
            beans.registerSingleton("newsletterTask", shops);
            try {
                assertThat(beans.getBeansOfType(Task.class).values()).as("what the shop's scheduler finds").containsExactly(shops);
                assertThat(tasksOfOurs(beans)).as("what ours finds").contains("rtn-mail", "rtn-preview-cleanup", "rtn-draft-cleanup")
                    .doesNotContain("newsletter");
            } finally {
                beans.destroySingleton("newsletterTask");
            }
        }
    }

    /** db-scheduler deletes what it does not know after 14 days, which the other application would go on needing. */
    @Test
    void workOfTheOtherApplicationIsNeverDeleted() {
        BackgroundTasks tasks = TestShop.bean(BackgroundTasks.class);
        Object scheduler = ReflectionTestUtils.getField(tasks, "scheduler");

        assertThat((Duration) ReflectionTestUtils.getField(scheduler, "deleteUnresolvedAfter")).isGreaterThan(Duration.ofDays(10_000));
    }

    /** What the bean of our scheduler would be given now. */
    private static List<String> tasksOfOurs(DefaultListableBeanFactory beans) {
        Method scheduler = Arrays.stream(ReturnsCoreConfiguration.class.getDeclaredMethods())
            .filter(method -> method.getName().equals("rtnBackgroundTasks")).findFirst().orElseThrow();
        int position = Arrays.asList(scheduler.getParameterTypes()).indexOf(List.class);
        List<?> found = (List<?>) beans.resolveDependency(
            new DependencyDescriptor(new MethodParameter(scheduler, position), true), "rtnBackgroundTasks");
        return found.stream().map(task -> task instanceof BackgroundTask<?> ours ? ours.task() : (Task<?>) task).map(Task::getName).toList();
    }
}
