package com.example.withdata;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Kept by the shop. */
@Entity
class Coupon {

    @Id
    Long id;
}
