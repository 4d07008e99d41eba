package com.example.withdata;

import org.springframework.data.repository.Repository;

/** Found by Spring Boot. */
interface Coupons extends Repository<Coupon, Long> {

    long count();
}
