package org.broadleafreturns.admin;

import org.broadleafreturns.admin.access.AccessConfiguration;
import org.broadleafreturns.admin.choice.ChoiceConfiguration;
import org.broadleafreturns.admin.create.CreateConfiguration;
import org.broadleafreturns.admin.delivery.DeliveryAdminConfiguration;
import org.broadleafreturns.admin.dialog.DialogConfiguration;
import org.broadleafreturns.admin.exclusion.ExclusionConfiguration;
import org.broadleafreturns.admin.installation.BackOfficeInstallation;
import org.broadleafreturns.admin.list.ListConfiguration;
import org.broadleafreturns.admin.mailtext.MailTextPageConfiguration;
import org.broadleafreturns.admin.order.OrderConfiguration;
import org.broadleafreturns.admin.page.PageConfiguration;
import org.broadleafreturns.admin.record.RecordConfiguration;
import org.broadleafreturns.admin.settings.SettingsPageConfiguration;
import org.broadleafreturns.admin.status.StatusConfiguration;
import org.broadleafreturns.admin.waiting.WaitingPageConfiguration;
import org.broadleafreturns.admin.words.WordsConfiguration;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The part of the back-office module that belongs beside the platform's controllers. */
@Configuration
@Import({AccessConfiguration.class, WordsConfiguration.class, ListConfiguration.class, OrderConfiguration.class,
    StatusConfiguration.class, CreateConfiguration.class, DeliveryAdminConfiguration.class, PageConfiguration.class, DialogConfiguration.class,
    SettingsPageConfiguration.class, MailTextPageConfiguration.class, RecordConfiguration.class, ChoiceConfiguration.class,
    ExclusionConfiguration.class, BackOfficeInstallation.class, WaitingPageConfiguration.class})
@ForIntegrators
public class ReturnsAdminWebConfiguration {
}
