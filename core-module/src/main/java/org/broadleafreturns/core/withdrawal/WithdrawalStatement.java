package org.broadleafreturns.core.withdrawal;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.CollectionTable;
import javax.persistence.Column;
import javax.persistence.ElementCollection;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.Table;
import javax.persistence.TableGenerator;
import javax.persistence.Version;
import org.broadleafreturns.core.platform.PlacedOrder;
import org.broadleafreturns.core.request.StatementChannel;
import org.broadleafreturns.core.search.SearchWords;

/**
 * Somebody has stated that they withdraw from a contract. What they said and when never changes; beside it stands what the shop has found
 * out since, and what merchants have done with it. Times are texts, see {@link WithdrawalMoment}.
 */
@Entity
@Table(name = "RTN_WITHDRAWAL")
@TableGenerator(name = "RtnWithdrawal", table = "RTN_SEQUENCE", pkColumnName = "SEQ_NAME", valueColumnName = "SEQ_VALUE",
    pkColumnValue = "RTN_WITHDRAWAL", allocationSize = 10)
class WithdrawalStatement {

    static final int ACTOR_LENGTH = 255;

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "RtnWithdrawal")
    @Column(name = "WITHDRAWAL_ID")
    private Long id;

    @Column(name = "WITHDRAWAL_NUMBER", nullable = false, updatable = false, unique = true, length = 20)
    private String number;

    /** Of the page that was confirmed: what is sent twice from there is one statement. */
    @Column(name = "PAGE_KEY", nullable = false, updatable = false, unique = true, length = 64)
    private String pageKey;

    @Enumerated(EnumType.STRING)
    @Column(name = "CHANNEL", nullable = false, updatable = false, length = 10)
    private StatementChannel channel;

    @Column(name = "STATED_AT", nullable = false, updatable = false, length = WithdrawalMoment.TEXT_LENGTH)
    private String statedAt;

    @Column(name = "STATED_UTC", nullable = false, updatable = false, length = WithdrawalMoment.UTC_LENGTH)
    private String statedUtc;

    @Column(name = "RECORDED_UTC", nullable = false, updatable = false, length = WithdrawalMoment.UTC_LENGTH)
    private String recordedUtc;

    @Column(name = "PERSON_NAME", nullable = false, length = WithdrawalContent.NAME_LENGTH)
    private String name;

    @Column(name = "ORDER_REFERENCE", nullable = false, length = WithdrawalContent.ORDER_LENGTH)
    private String orderReference;

    @Column(name = "EMAIL", nullable = false, length = WithdrawalContent.EMAIL_LENGTH)
    private String email;

    @Column(name = "ARTICLES", nullable = false, length = WithdrawalContent.ARTICLES_LENGTH)
    private String articles;

    /** The sentence that was confirmed, in its language. */
    @Column(name = "SENTENCE", nullable = false, updatable = false, length = 1000)
    private String sentence;

    @Column(name = "LANGUAGE", nullable = false, updatable = false, length = 35)
    private String language;

    /** By which statements of an address are counted and found, whatever capitals it was typed in; not to be read back. */
    @Column(name = "ADDRESS_KEY", length = 64)
    private String addressKey;

    /** The same of the network address, if the shop counts by those. */
    @Column(name = "NETWORK_KEY", length = 64)
    private String networkKey;

    @Column(name = "CUSTOMER_ID")
    private Long customerId;

    @Column(name = "ORDER_ID")
    private Long orderId;

    /** Null until it was compared with the shop's orders. */
    @Enumerated(EnumType.STRING)
    @Column(name = "MATCHED", length = 10)
    private WithdrawalMatch matched;

    @Column(name = "MATCHED_BY", length = ACTOR_LENGTH)
    private String matchedBy;

    @Column(name = "FLAGS", nullable = false, length = 200)
    private String flags = "";

    /** The acknowledgement that was written last, or null. */
    @Column(name = "MAIL_ID")
    private Long mailId;

    /** When an acknowledgement was let go; null while none was. */
    @Column(name = "ACKNOWLEDGED_UTC", length = WithdrawalMoment.UTC_LENGTH)
    private String acknowledgedUtc;

    /** Null while it is new. */
    @Column(name = "HANDLED_UTC", length = WithdrawalMoment.UTC_LENGTH)
    private String handledUtc;

    @Column(name = "HANDLED_BY", length = ACTOR_LENGTH)
    private String handledBy;

    /** Who has entered it for somebody who wrote or called; null for what came by way of the page. */
    @Column(name = "ENTERED_BY", updatable = false, length = ACTOR_LENGTH)
    private String enteredBy;

    @Version
    @Column(name = "VERSION", nullable = false)
    private int version;

    /** By which merchants find it. */
    @ElementCollection
    @CollectionTable(name = "RTN_WITHDRAWAL_WORD", joinColumns = @JoinColumn(name = "WITHDRAWAL_ID"))
    @Column(name = "WORD", nullable = false, length = SearchWords.LENGTH)
    private Set<String> words = new HashSet<>();

    /** For the persistence provider. */
    protected WithdrawalStatement() {
    }

    WithdrawalStatement(String number, String pageKey, StatementChannel channel, WithdrawalMoment stated, String recordedUtc,
            WithdrawalContent content, String sentence) {
        this.number = number;
        this.pageKey = pageKey;
        this.channel = channel;
        this.statedAt = stated.text();
        this.statedUtc = stated.utc();
        this.recordedUtc = recordedUtc;
        this.name = content.name();
        this.orderReference = content.order();
        this.email = content.email();
        this.articles = content.articles();
        this.sentence = sentence;
        this.language = content.language().toLanguageTag();
        this.customerId = content.customer();
        findBy(null);
    }

    /** By what it says, and by the number of the order that a merchant says it is about; null if none does. */
    private void findBy(String order) {
        Set<String> all = SearchWords.of(Arrays.asList(number, orderReference, email, name, order));
        words.retainAll(all);
        words.addAll(all);
    }

    WithdrawalStatement keyed(String ofAddress, String ofNetwork) {
        addressKey = ofAddress;
        networkKey = ofNetwork;
        return this;
    }

    WithdrawalStatement enteredBy(String merchant) {
        enteredBy = merchant;
        return this;
    }

    /**
     * What was found out about it.
     *
     * @param order that it is taken to be about, or null
     * @param customer whose order it is, or null
     */
    void assess(WithdrawalMatch found, Long order, Long customer, Collection<WithdrawalFlag> noted) {
        matched = found;
        orderId = order;
        customerId = customer == null ? customerId : customer;
        setFlags(noted);
    }

    /** A merchant says which order it is about, by whose number it is found from then on, too. */
    void link(PlacedOrder order, String merchant, WithdrawalFindings findings) {
        assess(WithdrawalMatch.MERCHANT, order.id(), order.state().customerId(), marks(findings));
        matchedBy = merchant;
        findBy(order.number());
    }

    private void setFlags(Collection<WithdrawalFlag> some) {
        flags = some.stream().distinct().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    void flag(WithdrawalFlag flag) {
        Set<WithdrawalFlag> all = EnumSet.of(flag);
        all.addAll(getFlags());
        setFlags(all);
    }

    void unflag(WithdrawalFlag flag) {
        setFlags(getFlags().stream().filter(other -> other != flag).toList());
    }

    /**
     * The marks that it has now. That it may be automatic is known from how it came, all else from the shop's count; where there is nothing
     * to count any more what was found out before goes on, but for parcels that were to be stopped.
     *
     * @param findings what the shop's count says now; null if no order is known, or the platform has deleted it
     */
    Set<WithdrawalFlag> marks(WithdrawalFindings findings) {
        Set<WithdrawalFlag> marks = EnumSet.noneOf(WithdrawalFlag.class);
        marks.addAll(getFlags());
        if (findings == null) {
            marks.remove(WithdrawalFlag.NOT_SHIPPED);
        } else {
            marks.retainAll(EnumSet.of(WithdrawalFlag.AUTOMATIC));
            marks.addAll(findings.flags());
        }
        return marks;
    }

    /** The list has these marks from now on. */
    void note(WithdrawalFindings findings) {
        setFlags(marks(findings));
    }

    void setMail(Long written) {
        mailId = written;
    }

    void acknowledge(String utc) {
        acknowledgedUtc = utc;
    }

    /** Somebody has done with it what there was to do; whoever says it first is kept. */
    void handle(String utc, String merchant) {
        if (handledUtc == null) {
            handledUtc = utc;
            handledBy = merchant;
        }
    }

    /** It is to be looked at again. */
    void reopen() {
        handledUtc = null;
        handledBy = null;
    }

    /**
     * Keeps that somebody withdrew when and from which order, and nothing of who. What was typed as the order stays only where it has
     * turned out to be one's number, since people type anything.
     *
     * @param order number of the order that it is about; null if nobody knows of one
     */
    void blank(String order) {
        if (matched != WithdrawalMatch.SESSION && matched != WithdrawalMatch.ADDRESS) {
            orderReference = "";
        }
        name = "";
        email = "";
        articles = "";
        addressKey = null;
        networkKey = null;
        customerId = null;
        findBy(order);
    }

    WithdrawalContent content(List<WithdrawnLine> lines) {
        return new WithdrawalContent(name, orderReference, email, articles, lines, getLanguage(), customerId);
    }

    WithdrawalMoment stated() {
        return new WithdrawalMoment(statedAt, statedUtc);
    }

    Long getId() {
        return id;
    }

    String getNumber() {
        return number;
    }

    StatementChannel getChannel() {
        return channel;
    }

    String getRecordedUtc() {
        return recordedUtc;
    }

    String getEmail() {
        return email;
    }

    String getSentence() {
        return sentence;
    }

    Locale getLanguage() {
        return Locale.forLanguageTag(language);
    }

    String getAddressKey() {
        return addressKey;
    }

    String getNetworkKey() {
        return networkKey;
    }

    Long getCustomerId() {
        return customerId;
    }

    Long getOrderId() {
        return orderId;
    }

    WithdrawalMatch getMatched() {
        return matched;
    }

    String getMatchedBy() {
        return matchedBy;
    }

    List<WithdrawalFlag> getFlags() {
        return Arrays.stream(flags.split(",")).filter(name -> !name.isEmpty()).map(WithdrawalFlag::valueOf).toList();
    }

    Long getMailId() {
        return mailId;
    }

    String getHandledUtc() {
        return handledUtc;
    }

    String getHandledBy() {
        return handledBy;
    }

    String getEnteredBy() {
        return enteredBy;
    }
}
