package org.broadleafreturns.admin;

import org.broadleafreturns.admin.choice.CheckedChoiceConfiguration;
import org.broadleafreturns.admin.exclusion.CheckedExclusionConfiguration;
import org.broadleafreturns.admin.list.PersistenceConfiguration;
import org.broadleafreturns.admin.menu.MenuConfiguration;
import org.broadleafreturns.admin.platformwords.PlatformWordsConfiguration;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The part of the back-office module that belongs into the root context. */
@Configuration
@Import({MenuConfiguration.class, PersistenceConfiguration.class, CheckedChoiceConfiguration.class,
    CheckedExclusionConfiguration.class, PlatformWordsConfiguration.class})
@ForIntegrators
public class ReturnsAdminConfiguration {
}
