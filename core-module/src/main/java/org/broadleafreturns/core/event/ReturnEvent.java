package org.broadleafreturns.core.event;

import java.util.Date;
import java.util.Map;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.PreRemove;
import javax.persistence.PreUpdate;
import javax.persistence.Table;
import javax.persistence.TableGenerator;
import javax.persistence.Temporal;
import javax.persistence.TemporalType;
import javax.persistence.UniqueConstraint;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.kernel.NamedTexts;

/**
 * Something that has happened to a return, as listeners are told it. Written once and never changed or removed; only a
 * customer's identifier is blanked when they are forgotten, by {@link ReturnEvents#forget}.
 */
@Entity
@Table(name = "RTN_EVENT", uniqueConstraints = @UniqueConstraint(columnNames = {"REQUEST_ID", "EVENT_NUMBER"}))
@TableGenerator(name = "RtnEvent", table = "RTN_SEQUENCE", pkColumnName = "SEQ_NAME", valueColumnName = "SEQ_VALUE",
    pkColumnValue = "RTN_EVENT", allocationSize = 50)
@ForIntegrators
public class ReturnEvent {

    static final int KIND_LENGTH = 60;
    static final int GROUND_LENGTH = 255;

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "RtnEvent")
    @Column(name = "EVENT_ID")
    private Long id;

    @Column(name = "REQUEST_ID", nullable = false, updatable = false)
    private Long returnId;

    @Column(name = "RETURN_NUMBER", nullable = false, updatable = false, length = 20)
    private String returnNumber;

    @Column(name = "ORDER_ID", nullable = false, updatable = false)
    private Long orderId;

    @Column(name = "EVENT_NUMBER", nullable = false, updatable = false)
    private int number;

    @Column(name = "EVENT_KIND", nullable = false, updatable = false, length = KIND_LENGTH)
    private String kind;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "HAPPENED_AT", nullable = false, updatable = false)
    private Date happenedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "ACTOR_KIND", nullable = false, updatable = false, length = 20)
    private Actor.Kind actorKind;

    @Column(name = "ACTOR_ID", updatable = false)
    private Long actorId;

    @Column(name = "GROUND", updatable = false, length = GROUND_LENGTH)
    private String ground;

    @Column(name = "RETURN_VERSION", nullable = false, updatable = false)
    private int returnVersion;

    @Column(name = "EVENT_VALUES", nullable = false, updatable = false, length = Integer.MAX_VALUE - 1)
    private String values;

    /** For the persistence provider. */
    protected ReturnEvent() {
    }

    ReturnEvent(NewReturnEvent event) {
        this.returnId = event.about().id();
        this.returnNumber = event.about().number();
        this.orderId = event.about().orderId();
        this.returnVersion = event.about().version();
        this.number = event.number();
        this.kind = event.kind();
        this.happenedAt = Date.from(event.happenedAt());
        this.actorKind = event.actor().kind();
        this.actorId = event.actor().id();
        this.ground = event.ground();
        this.values = NamedTexts.written(event.values());
    }

    @PreUpdate
    @PreRemove
    void refuse() {
        throw new IllegalStateException("The events of returns are only added to");
    }

    /** Unique among all events; says nothing of their order. */
    public Long getId() {
        return id;
    }

    /** The identifier of the return. */
    public Long getReturnId() {
        return returnId;
    }

    public String getReturnNumber() {
        return returnNumber;
    }

    /** The platform's identifier of the return's order. */
    public Long getOrderId() {
        return orderId;
    }

    /** Which of the return's events it is: 1, 2, 3 … */
    public int getNumber() {
        return number;
    }

    /** What happened, such as {@code return.requested}. */
    public String getKind() {
        return kind;
    }

    public Date getHappenedAt() {
        return happenedAt;
    }

    public Actor.Kind getActorKind() {
        return actorKind;
    }

    /** The platform's identifier of the customer or back-office user; null for the system and for a forgotten customer. */
    public Long getActorId() {
        return actorId;
    }

    /** On which ground the system acted, or null. */
    public String getGround() {
        return ground;
    }

    /** The return's version after the change. */
    public int getReturnVersion() {
        return returnVersion;
    }

    /** What else there is to say, by names that the kind documents. */
    public Map<String, String> getValues() {
        return NamedTexts.read(values);
    }
}
