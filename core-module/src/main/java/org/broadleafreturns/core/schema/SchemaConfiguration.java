package org.broadleafreturns.core.schema;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.broadleafreturns.core.installation.InstallationCheck;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.io.ResourceLoader;

/** Brings the tables up to date before anything uses them. What does, depends on the bean {@code rtnSchema}. */
@Configuration
public class SchemaConfiguration {

    private static final String MIGRATION = "rtnSchemaMigration";

    @Bean
    ChangeLogs rtnChangeLogs(@Qualifier("webDS") DataSource dataSource, ResourceLoader resources,
            @Value("${returns.schema.migrate:yes}") String mode) {
        return new ChangeLogs(dataSource, resources, SchemaMode.of(mode));
    }

    @Bean(MIGRATION)
    SchemaMigration rtnSchemaMigration(@Qualifier("webDS") DataSource dataSource, ChangeLogs changeLogs) {
        SchemaMigration migration = new SchemaMigration(dataSource, changeLogs);
        migration.beforeEntities();
        return migration;
    }

    /** Takes the persistence unit as a parameter because Hibernate may create tables while it is made. */
    @Bean
    Schema rtnSchema(SchemaMigration migration, @Qualifier("entityManagerFactory") EntityManagerFactory entities,
            @Qualifier("webDS") DataSource dataSource) {
        migration.afterEntities();
        new Identifiers(dataSource).catchUp();
        return new Schema();
    }

    @Bean
    @DependsOn("rtnSchema")
    InstallationCheck rtnTableCheck(@Qualifier("webDS") DataSource dataSource) {
        return new TableCheck(dataSource);
    }

    /** A persistence unit that validates its tables must find them up to date. */
    @Bean
    static BeanFactoryPostProcessor rtnSchemaBeforeEntities() {
        return factory -> {
            BeanDefinition entities = factory.getBeanDefinition("entityManagerFactory");
            Set<String> before = new LinkedHashSet<>(entities.getDependsOn() == null ? List.of() : List.of(entities.getDependsOn()));
            before.add(MIGRATION);
            entities.setDependsOn(before.toArray(String[]::new));
        };
    }

    /** Stands for tables that are up to date. */
    static final class Schema {
    }
}
