"""The team's own rules on screen: what is asked around the page that lists them."""
