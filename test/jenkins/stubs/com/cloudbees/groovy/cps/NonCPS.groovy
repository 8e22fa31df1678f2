package com.cloudbees.groovy.cps

import java.lang.annotation.*

/** As Jenkins has it: what bears it is not transformed. */
@Retention(RetentionPolicy.RUNTIME)
@Target([ElementType.METHOD])
@interface NonCPS {}
