package com.example.plain;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A shop that uses none of the libraries that the modules bring. */
@SpringBootApplication
public class PlainShop {
}
