package org.broadleafreturns.core.request;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafreturns.core.characters.Characters;
import org.broadleafreturns.core.choice.Choice;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.kernel.web.ClientAddress;
import org.broadleafreturns.core.mail.MailContent;
import org.broadleafreturns.core.mail.Outbox;
import org.broadleafreturns.core.mail.OutgoingMail;
import org.broadleafreturns.core.mail.QueuedContent;
import org.broadleafreturns.core.mail.WireAddress;
import org.broadleafreturns.core.platform.CustomerLanguage;
import org.broadleafreturns.core.platform.OrderNow;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.policy.Eligibility;
import org.broadleafreturns.core.policy.EligibleLine;
import org.broadleafreturns.core.policy.OrderSituation;
import org.broadleafreturns.core.policy.ReturnPolicy;
import org.broadleafreturns.core.search.SearchIndex;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes return requests in. */
@ForIntegrators
public class ReturnSubmissionService {

    private static final int MAXIMUM_KEY_LENGTH = 40;
    private static final int NUMBER_ATTEMPTS = 10;

    private final ReturnRequests requests;
    private final ShopOrders orders;
    private final ReturnPolicy policy;
    private final OrderSituations situations;
    private final CustomerLanguage languages;
    private final ReturnMails mails;
    private final Outbox outbox;
    private final ReturnChoices choices;
    private final ReturnsSettings settings;
    private final ClientAddress address;
    private final Clock clock;
    private final ReturnSteps steps;
    private final SearchIndex words;
    private final StepParts parts;

    ReturnSubmissionService(ReturnRequests requests, ShopOrders orders, ReturnPolicy policy, OrderSituations situations,
            CustomerLanguage languages, ReturnMails mails, Outbox outbox, ReturnChoices choices, ReturnsSettings settings,
            ClientAddress address, Clock clock,
            ReturnSteps steps, SearchIndex words, StepParts parts) {
        this.requests = requests;
        this.orders = orders;
        this.policy = policy;
        this.situations = situations;
        this.languages = languages;
        this.mails = mails;
        this.outbox = outbox;
        this.choices = choices;
        this.settings = settings;
        this.address = address;
        this.clock = clock;
        this.steps = steps;
        this.words = words;
        this.parts = parts;
    }

    /**
     * Stores a request and queues the mails that confirm it and tell the shop. The order stays locked meanwhile, so that two
     * requests cannot both take the last unit.
     *
     * @throws ReturnNotFoundException if there is no such order or it is somebody else's
     * @throws ReturnRefusedException if a rule of the shop is broken
     */
    public ReturnRequest submit(SubmitReturn command) {
        return steps.inTurnOn(() -> orders.keyOfCustomer(command.orderNumber(), command.customerId())
            .orElseThrow(ReturnNotFoundException::new), () -> take(command, ownOrder(command)));
    }

    /**
     * The same in a transaction whose first read was the order's {@linkplain ShopOrders#lock lock}.
     *
     * @throws ReturnNotFoundException if there is no such order or it is somebody else's
     * @throws ReturnRefusedException if a rule of the shop is broken
     */
    @Transactional(value = "blTransactionManager", propagation = Propagation.MANDATORY)
    public ReturnRequest submitLocked(SubmitReturn command) {
        return take(command, ownOrder(command));
    }

    /**
     * The same for an order whose number was not looked up before the lock.
     *
     * @param locked the identifier of the order that is locked
     * @throws ReturnNotFoundException also if the request is for another one
     */
    @Transactional(value = "blTransactionManager", propagation = Propagation.MANDATORY)
    public ReturnRequest submitLocked(SubmitReturn command, Long locked) {
        OrderNow order = ownOrder(command);
        if (!order.order().getId().equals(locked)) {
            throw new ReturnNotFoundException();
        }
        return take(command, order);
    }

    private OrderNow ownOrder(SubmitReturn command) {
        return orders.nowOfCustomer(command.orderNumber(), command.customerId()).orElseThrow(ReturnNotFoundException::new);
    }

    private ReturnRequest take(SubmitReturn command, OrderNow order) {
        Sending sending = sending(command.customerId().toString(), command.submissionKey());
        return sending.stored().orElseGet(() -> {
            Eligibility eligibility = policy.assess(situations.of(order));
            refuseIfAny(objections(command, eligibility));
            Customer customer = orders.customerOf(order.order(), order.state().customerId()).orElseThrow(ReturnNotFoundException::new);
            ReturnRequest request =
                newRequest(sending, order.order(), customer, command.refundType(), command.comment(), command.languageInUse());
            Map<Long, List<String>> codes = add(command.lines(), eligibility, request);
            command.photos().forEach(request::add);
            ReadForMails read = mails.readFor(request, ReturnMailKinds.of(ReturnStatus.REQUESTED));
            Optional<MailContent> confirmation = mails.confirmation(request, read);
            return store(request, new Opening(ActingCustomer.of(request, customer), null, happening -> { }), confirmation, read, codes);
        });
    }

    /**
     * Stores a return that a merchant creates for the customer of an order, who may be a guest. The merchant may pass over
     * the rules that are {@linkplain org.broadleafreturns.core.policy.ReturnRule#waivable waivable}, if they say on what ground.
     *
     * @throws ReturnNotFoundException if there is no such order
     * @throws ReturnRefusedException if a rule is broken that nobody can pass over, or the ground is missing
     */
    public ReturnRequest create(CreateReturn command, Actor merchant) {
        return steps.inTurn(() -> orderOf(command).getId(), () -> take(command, merchant));
    }

    private Order orderOf(CreateReturn command) {
        return orders.findById(command.orderId()).filter(found -> found.getCustomer() != null)
            .orElseThrow(ReturnNotFoundException::new);
    }

    private ReturnRequest take(CreateReturn command, Actor merchant) {
        Order order = orderOf(command);
        Sending sending = sending("merchant-" + merchant.id(), command.submissionKey());
        return sending.stored().orElseGet(() -> {
            OrderSituation situation = situations.of(order);
            Customer customer = orders.customerOf(order, situation.state().customerId())
                .orElseThrow(() -> new ReturnRefusedException(List.of(Objection.general("rtn.objection.order.changed"))));
            Eligibility eligibility = policy.assessForMerchant(situation);
            List<Objection> objections =
                objections(command.lines(), command.refundType(), command.comment(), eligibility);
            groundObjection(command, eligibility).ifPresent(objections::add);
            refuseIfAny(objections);
            ReturnRequest request = newRequest(sending, order, customer, command.refundType(), command.comment(), null);
            Map<Long, List<String>> codes = add(command.lines(), eligibility, request);
            EnteredStep entered = parts.entered(request, command, merchant);
            objections.addAll(parts.objections(entered));
            objections.addAll(parts.objectionsByNow(entered));
            refuseIfAny(objections);
            ReadForMails read = mails.readFor(request, command.confirm() ? ReturnMailKinds.ofNew(entered.change()) : null);
            Optional<MailContent> confirmation = command.confirm()
                ? mails.confirmation(request, entered.change(), read) : Optional.empty();
            if (command.confirm() && confirmation.isEmpty()) {
                throw new ReturnRefusedException(List.of(Objection.to("confirm", "rtn.objection.mail.noRecipient")));
            }
            if (confirmation.isPresent() && !WireAddress.isWritable(confirmation.get().recipient())) {
                throw new ReturnRefusedException(
                    List.of(Objection.to("confirm", "rtn.objection.mail.unwritable", confirmation.get().recipient())));
            }
            return store(request, new Opening(merchant, Texts.orNull(command.ground()), happening -> parts.perform(entered, happening)),
                confirmation, read, codes);
        });
    }

    /**
     * What stands against a request now; empty if nothing does. Nothing is stored, and {@link #submit} asks again.
     *
     * @throws ReturnNotFoundException if there is no such order or it is somebody else's
     */
    @Transactional(value = "blTransactionManager", readOnly = true)
    public List<Objection> objections(SubmitReturn command) {
        return objections(command, policy.assess(situations.of(ownOrder(command))));
    }

    static String submissionKey(String sender, String given) {
        boolean usable = given != null && !given.isBlank() && given.length() <= MAXIMUM_KEY_LENGTH;
        return usable && Characters.areWritable(given) ? sender + ":" + given : null;
    }

    /**
     * A request on its way in.
     *
     * @param key by which a second click is recognised, or null
     * @param number that no return has
     * @param stored what was made of it already
     */
    private record Sending(String key, ReturnNumber number, Optional<ReturnRequest> stored) {
    }

    /** Whether it has come in already, and whether a number is free, is one question. */
    private Sending sending(String sender, String givenKey) {
        String key = submissionKey(sender, givenKey);
        for (int i = 0; i < NUMBER_ATTEMPTS; i++) {
            ReturnNumber number = ReturnNumber.random(settings.numberPrefix());
            List<ReturnRequest> found = requests.findByKeyOrNumber(key, number.value());
            Optional<ReturnRequest> stored = found.stream().filter(request -> request.wasSentWith(key)).findFirst();
            if (stored.isPresent() || found.isEmpty()) {
                return new Sending(key, number, stored);
            }
        }
        throw new IllegalStateException("No free return number in " + NUMBER_ATTEMPTS + " attempts");
    }

    private static void refuseIfAny(List<Objection> objections) {
        if (!objections.isEmpty()) {
            throw new ReturnRefusedException(objections);
        }
    }

    private ReturnRequest newRequest(Sending sending, Order order, Customer customer, String refundType, String comment,
            Locale languageInUse) {
        return new ReturnRequest(sending.number(), order, customer, refundType, Texts.orNull(comment),
            languages.of(order, customer, languageInUse), sending.key(), Date.from(clock.instant()));
    }

    /** @return what names the articles besides their names, by identifier of the order item */
    private static Map<Long, List<String>> add(List<SubmitReturn.Line> lines, Eligibility eligibility, ReturnRequest request) {
        Map<Long, List<String>> codes = new HashMap<>();
        for (SubmitReturn.Line line : lines) {
            OrderedLine ordered = eligibility.lineOf(line.orderItemId()).orElseThrow().line();
            request.add(ordered, line.quantity(), line.reasonCode());
            codes.put(ordered.itemId(), ordered.codes());
        }
        return codes;
    }

    /**
     * With what a return is opened.
     *
     * @param note for the journal, or null
     * @param further what else happens to it then
     */
    private record Opening(Actor actor, String note, Consumer<Happening> further) {
    }

    private ReturnRequest store(ReturnRequest request, Opening opening, Optional<MailContent> confirmation,
            ReadForMails read, Map<Long, List<String>> codes) {
        List<QueuedContent> contents = new ArrayList<>();
        confirmation.ifPresent(content -> contents.add(new QueuedContent(content, null, null)));
        mails.toShop(request, read).forEach(content -> contents.add(new QueuedContent(content, null, request.getNumber())));
        List<OutgoingMail> queued = contents.isEmpty() ? List.of() : outbox.queueAll(contents);
        ReturnRequest stored = steps.open(request, address.locate(opening.actor()), opening.note(),
            confirmation.isPresent() ? queued.get(0) : null, opening.further());
        words.add(ReturnTexts.of(stored, codes));
        return stored;
    }

    private static Optional<Objection> groundObjection(CreateReturn command, Eligibility eligibility) {
        Optional<Objection> unfit = Texts.objectionTo("ground", command.ground());
        if (unfit.isPresent()) {
            return unfit;
        }
        boolean waived = eligibility.waived() != null || command.lines().stream().anyMatch(line ->
            eligibility.lineOf(line.orderItemId()).filter(known -> line.quantity() > known.withoutGround()).isPresent());
        return waived && Texts.orNull(command.ground()) == null
            ? Optional.of(Objection.to("ground", "rtn.objection.ground.missing")) : Optional.empty();
    }

    private List<Objection> objections(SubmitReturn command, Eligibility eligibility) {
        List<Objection> objections = objections(command.lines(), command.refundType(), command.comment(), eligibility);
        if (command.photos().size() > settings.maximumPhotos()) {
            objections.add(Objection.to("photos", "rtn.objection.photos.remove", settings.maximumPhotos()));
        }
        return objections;
    }

    private List<Objection> objections(List<SubmitReturn.Line> lines, String refundType, String comment,
            Eligibility eligibility) {
        List<Objection> objections = new ArrayList<>();
        if (eligibility.objection() != null) {
            objections.add(eligibility.objection());
            return objections;
        }
        if (lines.isEmpty()) {
            objections.add(Objection.to("lines", "rtn.objection.lines.none"));
        }
        Set<Long> seen = new HashSet<>();
        boolean commentAsked = false;
        for (SubmitReturn.Line line : lines) {
            objectionTo(line, eligibility, seen.add(line.orderItemId())).ifPresent(objections::add);
            Optional<Choice> reason = choices.reason(line.reasonCode(), settings.defaultLanguage()).filter(Choice::active);
            if (reason.isEmpty()) {
                objections.add(Objection.to(field(line, "reason"), "rtn.objection.reason.missing"));
            }
            commentAsked |= reason.filter(Choice::commentRequired).isPresent();
        }
        if (choices.refundType(refundType, settings.defaultLanguage()).filter(Choice::active).isEmpty()) {
            objections.add(Objection.to("refundType", "rtn.objection.refundType.missing"));
        }
        if (commentAsked && Texts.orNull(comment) == null) {
            objections.add(Objection.to("comment", "rtn.objection.comment.missing"));
        } else {
            Texts.objectionTo("comment", comment).ifPresent(objections::add);
        }
        return objections;
    }

    private static Optional<Objection> objectionTo(SubmitReturn.Line line, Eligibility eligibility, boolean firstOfItem) {
        String field = field(line, "quantity");
        Optional<EligibleLine> eligible = eligibility.lineOf(line.orderItemId());
        if (eligible.isEmpty() || !firstOfItem) {
            return Optional.of(Objection.general("rtn.objection.line.unknown"));
        }
        if (line.quantity() < 1) {
            return Optional.of(Objection.to(field, "rtn.objection.quantity.notPositive"));
        }
        if (eligible.get().objection() != null) {
            return Optional.of(Objection.to(field, eligible.get().objection().code(),
                eligible.get().objection().arguments().toArray()));
        }
        int left = eligible.get().returnable();
        return line.quantity() > left
            ? Optional.of(Objection.to(field, "rtn.objection.quantity.tooMany", left)) : Optional.empty();
    }

    private static String field(SubmitReturn.Line line, String input) {
        return "lines[" + line.orderItemId() + "]." + input;
    }
}
