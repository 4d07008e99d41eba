package com.example.withdata;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A shop that has Spring Data repositories of its own. */
@SpringBootApplication
public class ShopWithData {
}
