package org.broadleafreturns.core.event;

import java.util.Collection;
import java.util.Optional;
import org.broadleafreturns.core.kernel.Actor;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** The events. The only change that is ever made to them: blanking who acted. */
interface StoredEvents extends Repository<ReturnEvent, Long> {

    ReturnEvent save(ReturnEvent event);

    void flush();

    Optional<ReturnEvent> findById(Long id);

    @Modifying
    @Query("update ReturnEvent e set e.actorId = null where e.actorKind = :kind and e.returnId in :returnIds")
    void blankActors(@Param("kind") Actor.Kind kind, @Param("returnIds") Collection<Long> returnIds);
}
