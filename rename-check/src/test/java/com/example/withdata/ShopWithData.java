package com.example.withdata;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.data.repository.Repository;

/** A shop that has Spring Data repositories of its own, found by Spring Boot. */
@SpringBootApplication
public class ShopWithData {

    /** Kept by the shop. */
    @Entity
    static class Coupon {

        @Id
        Long id;
    }

    /** Searched by Spring Boot like every interface of this kind. */
    interface Coupons extends Repository<Coupon, Long> {

        long count();
    }
}
